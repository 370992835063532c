--! The Bitloom engine: one array, time-shared by every operation of a program (docs/engine.md).
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.integer_arithmetic.all;
use work.primitives.all;

entity engine is
  generic (
    loadable_g                 : boolean;    --! It has a load port.
    rows_g                     : positive;   --! T, array rows.
    columns_g                  : positive;   --! G, array columns; divides T.
    lanes_g                    : positive;   --! R, drain lanes; divides G.
    pairs_g                    : natural;    --! DSP slices with two cells of the array.
    singles_g                  : natural;    --! DSP slices with one cell of the array; the other cells are LUTs.
    pair_kind_g                : string;     --! "inside" or "outside": where pairs accumulate.
    residual_in_dsp_g          : boolean;    --! The lanes' residual products are made in DSP slices.
    element_bits_g             : positive;   --! AW, bits of a stored activation.
    weight_bits_g              : positive;   --! BW, bits of a B operand, at least AW.
    accumulator_bits_g         : positive;   --! ACC.
    multiplier_bits_g          : positive;   --! MW.
    residual_multiplier_bits_g : positive;   --! NW.
    offset_bits_g              : positive;   --! OW.
    sum_bits_g                 : positive;   --! SW.
    shift_minimum_g            : natural;    --! S_MIN.
    shift_maximum_g            : natural;    --! S_MAX.
    residual_shift_minimum_g   : natural;    --! K_MIN.
    residual_shift_maximum_g   : natural;    --! K_MAX.
    exponential_bits_g         : positive;   --! EB.
    reciprocal_shift_g         : positive;   --! RK.
    reciprocal_preshift_g      : natural;    --! RS.
    quotient_bits_g            : positive;   --! QB.
    row_sum_bits_g             : positive;   --! RB.
    address_bits_g             : positive;   --! AB.
    count_bits_g               : positive;   --! CB.
    window_g                   : positive;   --! n, tokens of an input window; until it is loaded.
    features_g                 : positive;   --! m, elements of a token; until it is loaded.
    bank0_depth_g              : positive;   --! Words of bank 0.
    bank1_depth_g              : positive;   --! Words of bank 1.
    input_depth_g              : positive;   --! Words of the input bank.
    constant_depth_g           : positive;   --! Words of the constant bank.
    bankb_depth_g              : positive;   --! Words of the B bank.
    weight_depth_g             : positive;   --! Words of the weight memory.
    epilogue_depth_g           : positive;   --! Words of the epilogue memory.
    exponential_depth_g        : positive;   --! Words of the exponential tables.
    norm_features_g            : natural;    --! ND, features of every normalized token; 0 without normalizations.
    norm_sum_bits_g            : positive;   --! NS.
    deviation_bits_g           : positive;   --! NU.
    spread_bits_g              : positive;   --! NV.
    root_bits_g                : positive;   --! NR.
    function_depth_g           : positive;   --! Words of the functions' tables; none where two words.
    program_depth_g            : positive;   --! Instructions.
    bank0_kind_g               : string;     --! Kind of bank 0: "block", "distributed" or "auto".
    bank1_kind_g               : string;     --! Kind of bank 1.
    input_kind_g               : string;     --! Kind of the input bank.
    bankb_kind_g               : string;     --! Kind of the B bank.
    input_residual_g           : boolean;    --! Residuals are read from the input bank too.
    weight_planes_g            : naturals_t; --! Planes of the weight memory: bits of an element and words of each.
    program_parts_g            : naturals_t; --! Parts of the program memory (loadable_memory).
    weight_parts_g             : naturals_t; --! Parts of the weight memory.
    epilogue_parts_g           : naturals_t; --! Parts of the epilogue memory.
    exponential_parts_g        : naturals_t; --! Parts of the exponential tables.
    constant_parts_g           : naturals_t; --! Parts of the constant bank.
    function_parts_g           : naturals_t; --! Parts of the tables of functions.
    weight_file_g              : string;     --! Contents of the weight memory.
    epilogue_file_g            : string;     --! Contents of the epilogue memory.
    exponential_file_g         : string;     --! Contents of the exponential tables.
    constant_file_g            : string;     --! Contents of the constant bank.
    function_file_g            : string;     --! Contents of the functions' tables.
    program_file_g             : string      --! The program.
  );
  port (
    clk        : in  std_ulogic;                                     --! Clock.
    rst        : in  std_ulogic;                                     --! Reset, high.
    load_valid : in  std_ulogic;                                     --! Load: a byte is offered.
    load_ready : out std_ulogic;                                     --! Load: it is taken.
    load_data  : in  std_ulogic_vector(7 downto 0);                  --! Load: the byte.
    load_last  : in  std_ulogic;                                     --! Load: it ends a load.
    in_valid   : in  std_ulogic;                                     --! Input: an element is offered.
    in_ready   : out std_ulogic;                                     --! Input: it is taken.
    in_data    : in  std_ulogic_vector(element_bits_g - 1 downto 0); --! Input: the element.
    in_last    : in  std_ulogic;                                     --! Input: it ends a window.
    out_valid  : out std_ulogic;                                     --! Output: an element is offered.
    out_ready  : in  std_ulogic;                                     --! Output: it is taken.
    out_data   : out std_ulogic_vector(element_bits_g - 1 downto 0); --! Output: the element.
    out_last   : out std_ulogic                                      --! Output: it ends an inference.
  );
end entity engine;

architecture rtl of engine is
  constant word_bits_c     : positive := rows_g * element_bits_g;
  constant epilogue_bits_c : positive := multiplier_bits_g + residual_multiplier_bits_g + offset_bits_g;
  constant program_bits_c  : positive := bits_to_count(program_depth_g);

  constant load_widths_c : naturals_t(0 to 5) := (
    instruction_bits(address_bits_g, count_bits_g, element_bits_g), columns_g * plane_bits(weight_planes_g),
    epilogue_bits_c, exponential_bits_g, word_bits_c, element_bits_g);
  constant load_depths_c : naturals_t(0 to 5) := (
    program_depth_g, weight_depth_g, epilogue_depth_g, exponential_depth_g, constant_depth_g, function_depth_g);
  constant load_bits_c   : positive := load_bits(load_widths_c, count_bits_g);

  subtype address_t is unsigned(address_bits_g - 1 downto 0);
  subtype word_t is std_ulogic_vector(word_bits_c - 1 downto 0);

  signal pause            : std_ulogic;
  signal collecting       : std_ulogic;
  signal last_token       : unsigned(count_bits_g - 1 downto 0);
  signal last_feature     : unsigned(count_bits_g - 1 downto 0);
  signal load_enable      : std_ulogic;
  signal load_write       : std_ulogic_vector(0 to 5);
  signal load_address     : address_t;
  signal load_word        : std_ulogic_vector(load_bits_c - 1 downto 0);
  signal window_complete  : std_ulogic;
  signal input_lane       : std_ulogic_vector(rows_g - 1 downto 0);
  signal input_address    : unsigned(bits_to_count(input_depth_g) - 1 downto 0);
  signal input_element    : std_ulogic_vector(element_bits_g - 1 downto 0);
  signal program_address  : std_ulogic_vector(program_bits_c - 1 downto 0);
  signal program_word     : std_ulogic_vector(
    instruction_bits(address_bits_g, count_bits_g, element_bits_g) - 1 downto 0);
  signal current          : instruction_t;
  signal a_address        : address_t;
  signal b_address        : address_t;
  signal step_valid       : std_ulogic;
  signal step_first       : std_ulogic;
  signal step_last        : std_ulogic;
  signal softmax_start    : std_ulogic;
  signal softmax_write    : std_ulogic;
  signal norm_start       : std_ulogic;
  signal drain            : drain_t;
  signal output_start     : std_ulogic;
  signal output_done      : std_ulogic;
  signal output_busy      : std_ulogic;
  signal output_address   : address_t;
  signal tensor_last      : std_ulogic;
  signal waiting          : std_ulogic;
  signal source_word      : word_t;
  signal constant_address : address_t;
  signal constant_word    : word_t;
  signal weight_word      : std_ulogic_vector(columns_g * weight_bits_g - 1 downto 0);
  signal table_address    : std_ulogic_vector(lanes_g * bits_to_count(exponential_depth_g) - 1 downto 0);
  signal exponentials     : std_ulogic_vector(lanes_g * exponential_bits_g - 1 downto 0);
  signal function_address : std_ulogic_vector(lanes_g * bits_to_count(function_depth_g) - 1 downto 0);
  signal function_values  : std_ulogic_vector(lanes_g * element_bits_g - 1 downto 0);
  signal epilogue_address : address_t;
  signal epilogue_word    : std_ulogic_vector(epilogue_bits_c - 1 downto 0);

begin

  collect_window : entity work.stream_input
    generic map (
      rows_g         => rows_g,
      element_bits_g => element_bits_g,
      address_bits_g => bits_to_count(input_depth_g),
      count_bits_g   => count_bits_g
    )
    port map (
      clk           => clk,
      rst           => rst,
      enable        => waiting,
      pause         => pause,
      last_token    => last_token,
      last_feature  => last_feature,
      in_valid      => in_valid,
      in_ready      => in_ready,
      in_data       => in_data,
      in_last       => in_last,
      write_lane    => input_lane,
      write_address => input_address,
      write_data    => input_element,
      collecting    => collecting,
      complete      => window_complete
    );

  without_load_port : if not loadable_g generate
    load_ready   <= '0';
    pause        <= '0';
    last_token   <= to_unsigned(window_g - 1, count_bits_g);
    last_feature <= to_unsigned(features_g - 1, count_bits_g);
    load_write   <= (others => '0');
    load_address <= (others => '0');
    load_word    <= (others => '0');
  end generate without_load_port;

  with_load_port : if loadable_g generate

    load_enable <= waiting and not window_complete;
    load_model : entity work.loader
      generic map (
        widths_g       => load_widths_c,
        depths_g       => load_depths_c,
        data_bits_g    => load_bits_c,
        address_bits_g => address_bits_g,
        count_bits_g   => count_bits_g,
        window_g       => window_g,
        features_g     => features_g
      )
      port map (
        clk           => clk,
        rst           => rst,
        enable        => load_enable,
        collecting    => collecting,
        load_valid    => load_valid,
        load_ready    => load_ready,
        load_data     => load_data,
        load_last     => load_last,
        pause         => pause,
        write         => load_write,
        write_address => load_address,
        write_data    => load_word,
        last_token    => last_token,
        last_feature  => last_feature
      );

  end generate with_load_port;

  run_program : entity work.sequencer
    generic map (
      rows_g         => rows_g,
      columns_g      => columns_g,
      element_bits_g => element_bits_g,
      address_bits_g => address_bits_g,
      count_bits_g   => count_bits_g,
      program_bits_g => program_bits_c
    )
    port map (
      clk             => clk,
      rst             => rst,
      start           => window_complete,
      program_address => program_address,
      program_word    => program_word,
      current         => current,
      a_address       => a_address,
      b_address       => b_address,
      step_valid      => step_valid,
      step_first      => step_first,
      step_last       => step_last,
      softmax_start   => softmax_start,
      softmax_write   => softmax_write,
      norm_start      => norm_start,
      drain           => drain,
      output_start    => output_start,
      output_done     => output_done,
      idle            => waiting
    );

  hold_model : entity work.model_memory
    generic map (
      loadable_g          => loadable_g,
      load_bits_g         => load_bits_c,
      load_address_bits_g => address_bits_g,
      lanes_g             => lanes_g,
      program_bits_g      => instruction_bits(address_bits_g, count_bits_g, element_bits_g),
      columns_g           => columns_g,
      weight_bits_g       => weight_bits_g,
      epilogue_bits_g     => epilogue_bits_c,
      exponential_bits_g  => exponential_bits_g,
      constant_bits_g     => word_bits_c,
      element_bits_g      => element_bits_g,
      program_depth_g     => program_depth_g,
      weight_depth_g      => weight_depth_g,
      epilogue_depth_g    => epilogue_depth_g,
      exponential_depth_g => exponential_depth_g,
      constant_depth_g    => constant_depth_g,
      function_depth_g    => function_depth_g,
      weight_planes_g     => weight_planes_g,
      program_parts_g     => program_parts_g,
      weight_parts_g      => weight_parts_g,
      epilogue_parts_g    => epilogue_parts_g,
      exponential_parts_g => exponential_parts_g,
      constant_parts_g    => constant_parts_g,
      function_parts_g    => function_parts_g,
      program_file_g      => program_file_g,
      weight_file_g       => weight_file_g,
      epilogue_file_g     => epilogue_file_g,
      exponential_file_g  => exponential_file_g,
      constant_file_g     => constant_file_g,
      function_file_g     => function_file_g
    )
    port map (
      clk              => clk,
      load_write       => load_write,
      load_address     => load_address,
      load_data        => load_word,
      program_address  => program_address,
      program_word     => program_word,
      weight_address   => low(b_address, weight_depth_g),
      weight_word      => weight_word,
      epilogue_address => low(epilogue_address, epilogue_depth_g),
      epilogue_word    => epilogue_word,
      constant_address => low(constant_address, constant_depth_g),
      constant_word    => constant_word,
      table_address    => table_address,
      exponentials     => exponentials,
      function_address => function_address,
      function_values  => function_values
    );

  move_data : entity work.datapath
    generic map (
      rows_g                     => rows_g,
      columns_g                  => columns_g,
      lanes_g                    => lanes_g,
      pairs_g                    => pairs_g,
      singles_g                  => singles_g,
      pair_kind_g                => pair_kind_g,
      residual_in_dsp_g          => residual_in_dsp_g,
      element_bits_g             => element_bits_g,
      weight_bits_g              => weight_bits_g,
      accumulator_bits_g         => accumulator_bits_g,
      multiplier_bits_g          => multiplier_bits_g,
      residual_multiplier_bits_g => residual_multiplier_bits_g,
      offset_bits_g              => offset_bits_g,
      sum_bits_g                 => sum_bits_g,
      shift_minimum_g            => shift_minimum_g,
      shift_maximum_g            => shift_maximum_g,
      residual_shift_minimum_g   => residual_shift_minimum_g,
      residual_shift_maximum_g   => residual_shift_maximum_g,
      exponential_bits_g         => exponential_bits_g,
      reciprocal_shift_g         => reciprocal_shift_g,
      reciprocal_preshift_g      => reciprocal_preshift_g,
      quotient_bits_g            => quotient_bits_g,
      row_sum_bits_g             => row_sum_bits_g,
      address_bits_g             => address_bits_g,
      count_bits_g               => count_bits_g,
      bank0_depth_g              => bank0_depth_g,
      bank1_depth_g              => bank1_depth_g,
      input_depth_g              => input_depth_g,
      bankb_depth_g              => bankb_depth_g,
      exponential_depth_g        => exponential_depth_g,
      features_g                 => norm_features_g,
      norm_sum_bits_g            => norm_sum_bits_g,
      deviation_bits_g           => deviation_bits_g,
      spread_bits_g              => spread_bits_g,
      root_bits_g                => root_bits_g,
      function_depth_g           => function_depth_g,
      bank0_kind_g               => bank0_kind_g,
      bank1_kind_g               => bank1_kind_g,
      input_kind_g               => input_kind_g,
      bankb_kind_g               => bankb_kind_g,
      input_residual_g           => input_residual_g
    )
    port map (
      clk              => clk,
      rst              => rst,
      current          => current,
      a_address        => a_address,
      b_address        => b_address,
      step_valid       => step_valid,
      step_first       => step_first,
      step_last        => step_last,
      softmax_start    => softmax_start,
      softmax_write    => softmax_write,
      norm_start       => norm_start,
      drain            => drain,
      output_busy      => output_busy,
      output_address   => output_address,
      source_word      => source_word,
      input_lane       => input_lane,
      input_address    => input_address,
      input_element    => input_element,
      weight_word      => weight_word,
      constant_address => constant_address,
      constant_word    => constant_word,
      epilogue_address => epilogue_address,
      epilogue_word    => epilogue_word,
      table_address    => table_address,
      exponentials     => exponentials,
      function_address => function_address,
      function_values  => function_values
    );

  offer_output : entity work.stream_output
    generic map (
      rows_g         => rows_g,
      element_bits_g => element_bits_g,
      address_bits_g => address_bits_g,
      count_bits_g   => count_bits_g
    )
    port map (
      clk          => clk,
      rst          => rst,
      start        => output_start,
      base         => current.a_base(address_bits_g - 1 downto 0),
      stride       => current.a_stride(address_bits_g - 1 downto 0),
      columns      => current.steps(count_bits_g - 1 downto 0),
      row_tiles    => current.row_tiles(count_bits_g - 1 downto 0),
      last_rows    => current.last_rows(count_bits_g - 1 downto 0),
      read_address => output_address,
      read_word    => source_word,
      busy         => output_busy,
      done         => output_done,
      out_valid    => out_valid,
      out_ready    => out_ready,
      out_data     => out_data,
      out_last     => tensor_last
    );

  out_last <= tensor_last when current.opcode = end_c else '0';

end architecture rtl;
