--! The Bitloom engine: one array, time-shared by every operation of a program (docs/engine.md).
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.integer_arithmetic.all;
use work.primitives.all;

entity engine is
  generic (
    rows_g                     : positive; --! T, array rows.
    columns_g                  : positive; --! G, array columns; divides T.
    lanes_g                    : positive; --! R, drain lanes; divides G.
    element_bits_g             : positive; --! AW, bits of a stored activation.
    weight_bits_g              : positive; --! BW, bits of a B operand, at least AW.
    accumulator_bits_g         : positive; --! ACC.
    multiplier_bits_g          : positive; --! MW.
    residual_multiplier_bits_g : positive; --! NW.
    offset_bits_g              : positive; --! OW.
    sum_bits_g                 : positive; --! SW.
    shift_minimum_g            : natural;  --! S_MIN.
    shift_maximum_g            : natural;  --! S_MAX.
    residual_shift_minimum_g   : natural;  --! K_MIN.
    residual_shift_maximum_g   : natural;  --! K_MAX.
    exponential_bits_g         : positive; --! EB.
    reciprocal_shift_g         : positive; --! RK.
    reciprocal_preshift_g      : natural;  --! RS.
    quotient_bits_g            : positive; --! QB.
    row_sum_bits_g             : positive; --! RB.
    address_bits_g             : positive; --! AB.
    count_bits_g               : positive; --! CB.
    window_g                   : positive; --! n, tokens of an input window.
    features_g                 : positive; --! m, elements of a token.
    bank0_depth_g              : positive; --! Words of bank 0.
    bank1_depth_g              : positive; --! Words of bank 1.
    input_depth_g              : positive; --! Words of the input bank.
    constant_depth_g           : positive; --! Words of the constant bank.
    bankb_depth_g              : positive; --! Words of the B bank.
    weight_depth_g             : positive; --! Words of the weight memory.
    epilogue_depth_g           : positive; --! Words of the epilogue memory.
    exponential_depth_g        : positive; --! Words of the exponential tables.
    program_depth_g            : positive; --! Instructions.
    bank_kind_g                : string;   --! Kind of banks 0 and 1: "block", "distributed" or "auto".
    bankb_kind_g               : string;   --! Kind of the B bank.
    weight_kind_g              : string;   --! Kind of the weight memory.
    epilogue_kind_g            : string;   --! Kind of the epilogue memory.
    weight_file_g              : string;   --! Contents of the weight memory.
    epilogue_file_g            : string;   --! Contents of the epilogue memory.
    exponential_file_g         : string;   --! Contents of the exponential tables.
    constant_file_g            : string;   --! Contents of the constant bank.
    program_file_g             : string    --! The program.
  );
  port (
    clk       : in  std_ulogic;                                     --! Clock.
    rst       : in  std_ulogic;                                     --! Reset, high.
    in_valid  : in  std_ulogic;                                     --! Input: an element is offered.
    in_ready  : out std_ulogic;                                     --! Input: it is taken.
    in_data   : in  std_ulogic_vector(element_bits_g - 1 downto 0); --! Input: the element.
    in_last   : in  std_ulogic;                                     --! Input: it ends a window.
    out_valid : out std_ulogic;                                     --! Output: an element is offered.
    out_ready : in  std_ulogic;                                     --! Output: it is taken.
    out_data  : out std_ulogic_vector(element_bits_g - 1 downto 0); --! Output: the element.
    out_last  : out std_ulogic                                      --! Output: it ends an inference.
  );
end entity engine;

architecture rtl of engine is
  constant a_bits_c       : positive := element_bits_g + 1;
  constant word_bits_c    : positive := rows_g * element_bits_g;
  constant b_word_bits_c  : positive := columns_g * element_bits_g;
  constant constant_bits_c : positive := multiplier_bits_g + residual_multiplier_bits_g + offset_bits_g;
  constant program_bits_c : positive := bits_to_count(program_depth_g);

  subtype address_t is unsigned(address_bits_g - 1 downto 0);
  subtype word_t is std_ulogic_vector(word_bits_c - 1 downto 0);

  type slots_t is array (natural range <>) of slot_t;

  signal window_complete  : std_ulogic;
  signal input_lane       : std_ulogic_vector(rows_g - 1 downto 0);
  signal input_address    : unsigned(bits_to_count(input_depth_g) - 1 downto 0);
  signal input_element    : std_ulogic_vector(element_bits_g - 1 downto 0);
  signal program_address  : std_ulogic_vector(program_bits_c - 1 downto 0);
  signal program_word     : std_ulogic_vector(
    instruction_bits(address_bits_g, count_bits_g, element_bits_g) - 1 downto 0);
  signal current          : instruction_t;
  signal a_address        : address_t;
  signal a_tile           : address_t;
  signal b_address        : address_t;
  signal step_valid       : std_ulogic;
  signal step_first       : std_ulogic;
  signal step_last        : std_ulogic;
  signal softmax_start    : std_ulogic;
  signal drain            : drain_t;
  signal output_start     : std_ulogic;
  signal output_done      : std_ulogic;
  signal output_busy      : std_ulogic;
  signal output_address   : address_t;
  signal waiting          : std_ulogic;
  signal softmax_reads    : std_ulogic;
  signal softmax_address  : address_t;
  signal softmax_write    : std_ulogic;
  signal read_address     : address_t;
  signal source_unsigned  : std_ulogic           := '0';
  signal source_b_bank    : std_ulogic           := '0';
  signal source_word      : word_t;
  signal residual_word    : word_t;
  signal bankb_word       : std_ulogic_vector(b_word_bits_c - 1 downto 0);
  signal weight_word      : std_ulogic_vector(columns_g * weight_bits_g - 1 downto 0);
  signal array_a          : std_ulogic_vector(rows_g * a_bits_c - 1 downto 0);
  signal array_b          : std_ulogic_vector(columns_g * weight_bits_g - 1 downto 0);
  signal first_at         : std_ulogic                      := '0';
  signal valid_at         : std_ulogic                      := '0';
  signal last_at          : std_ulogic_vector(1 to 4)       := "0000";
  signal softmax_write_at : std_ulogic_vector(1 to 2)       := "00";
  signal activate         : std_ulogic;
  signal accept           : std_ulogic;
  signal sums             : std_ulogic_vector(lanes_g * accumulator_bits_g - 1 downto 0);
  signal reciprocals      : std_ulogic_vector(lanes_g * quotient_bits_g - 1 downto 0);
  signal table_address    : std_ulogic_vector(lanes_g * bits_to_count(exponential_depth_g) - 1 downto 0);
  signal exponentials     : std_ulogic_vector(lanes_g * exponential_bits_g - 1 downto 0);
  signal epilogue_address : address_t;
  signal residual_address : address_t;
  signal epilogue_word    : std_ulogic_vector(constant_bits_c - 1 downto 0);
  signal slot             : slot_t;
  signal slots            : slots_t(1 to 5) := (others => no_slot_c);
  signal results          : std_ulogic_vector(lanes_g * element_bits_g - 1 downto 0);
  signal a_write          : std_ulogic;
  signal a_write_bank     : unsigned(1 downto 0);
  signal a_write_data     : word_t;
  signal b_write          : std_ulogic;
  signal b_write_data     : std_ulogic_vector(b_word_bits_c - 1 downto 0);
  signal a_write_address  : address_t;
  signal b_write_address  : address_t;

begin

  collect_window : entity work.stream_input
    generic map (
      rows_g         => rows_g,
      element_bits_g => element_bits_g,
      window_g       => window_g,
      features_g     => features_g,
      address_bits_g => bits_to_count(input_depth_g),
      count_bits_g   => count_bits_g
    )
    port map (
      clk           => clk,
      rst           => rst,
      enable        => waiting,
      in_valid      => in_valid,
      in_ready      => in_ready,
      in_data       => in_data,
      in_last       => in_last,
      write_lane    => input_lane,
      write_address => input_address,
      write_data    => input_element,
      complete      => window_complete
    );

  program_memory : component rom_1r
    generic map (
      width_g        => instruction_bits(address_bits_g, count_bits_g, element_bits_g),
      depth_g        => program_depth_g,
      address_bits_g => program_bits_c,
      kind_g         => "distributed",
      file_g         => program_file_g
    )
    port map (
      clk          => clk,
      read_address => program_address,
      read_data    => program_word
    );

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
      a_tile          => a_tile,
      b_address       => b_address,
      step_valid      => step_valid,
      step_first      => step_first,
      step_last       => step_last,
      softmax_start   => softmax_start,
      drain           => drain,
      output_start    => output_start,
      output_done     => output_done,
      idle            => waiting
    );

  read_address <= output_address when output_busy = '1'
                  else softmax_address when softmax_reads = '1'
                  else a_address;
  banks : entity work.activation_banks
    generic map (
      rows_g           => rows_g,
      element_bits_g   => element_bits_g,
      address_bits_g   => address_bits_g,
      bank0_depth_g    => bank0_depth_g,
      bank1_depth_g    => bank1_depth_g,
      input_depth_g    => input_depth_g,
      constant_depth_g => constant_depth_g,
      bank_kind_g      => bank_kind_g,
      constant_file_g  => constant_file_g
    )
    port map (
      clk              => clk,
      source_bank      => current.a_bank,
      source_address   => read_address,
      source_word      => source_word,
      residual         => slot.residual,
      residual_bank    => slot.residual_bank,
      residual_address => residual_address,
      residual_word    => residual_word,
      write            => a_write,
      write_bank       => a_write_bank,
      write_address    => a_write_address,
      write_data       => a_write_data,
      input_lane       => input_lane,
      input_address    => input_address,
      input_element    => input_element
    );

  bankb : component ram_1r1w
    generic map (
      width_g        => b_word_bits_c,
      depth_g        => bankb_depth_g,
      address_bits_g => bits_to_count(bankb_depth_g),
      kind_g         => bankb_kind_g
    )
    port map (
      clk           => clk,
      write_enable  => b_write,
      write_address => low(b_write_address, bankb_depth_g),
      write_data    => b_write_data,
      read_address  => low(b_address, bankb_depth_g),
      read_data     => bankb_word
    );

  weights : component rom_1r
    generic map (
      width_g        => columns_g * weight_bits_g,
      depth_g        => weight_depth_g,
      address_bits_g => bits_to_count(weight_depth_g),
      kind_g         => weight_kind_g,
      file_g         => weight_file_g
    )
    port map (
      clk          => clk,
      read_address => low(b_address, weight_depth_g),
      read_data    => weight_word
    );

  select_operands : process (all) is
    variable element_v : std_ulogic_vector(element_bits_g - 1 downto 0);
  begin
    for row in 0 to rows_g - 1 loop
      element_v := source_word((row + 1) * element_bits_g - 1 downto row * element_bits_g);
      array_a((row + 1) * a_bits_c - 1 downto row * a_bits_c)
        <= std_ulogic_vector(extend(element_v, source_unsigned, a_bits_c));
    end loop;
    array_b <= weight_word;
    if source_b_bank = '1' then
      for column in 0 to columns_g - 1 loop
        array_b((column + 1) * weight_bits_g - 1 downto column * weight_bits_g)
          <= std_ulogic_vector(sign_extend(
            signed(bankb_word((column + 1) * element_bits_g - 1 downto column * element_bits_g)), weight_bits_g));
      end loop;
    end if;
  end process select_operands;

  cells : entity work.mac_array
    generic map (
      rows_g             => rows_g,
      columns_g          => columns_g,
      lanes_g            => lanes_g,
      a_bits_g           => a_bits_c,
      b_bits_g           => weight_bits_g,
      accumulator_bits_g => accumulator_bits_g
    )
    port map (
      clk         => clk,
      a           => array_a,
      b           => array_b,
      first       => first_at,
      enable      => valid_at,
      capture     => last_at(4),
      read_group  => slot.group_index,
      read_column => slot.column,
      read_sums   => sums
    );

  delay_control : process (clk) is
  begin
    if rising_edge(clk) then
      source_unsigned  <= current.a_unsigned;
      source_b_bank    <= current.b_bank;
      first_at         <= step_first;
      valid_at         <= step_valid;
      last_at          <= step_last & last_at(1 to 3);
      softmax_write_at <= softmax_write & softmax_write_at(1);
      slots            <= slot & slots(1 to 4);
      if rst = '1' then
        valid_at         <= '0';
        last_at          <= (others => '0');
        softmax_write_at <= (others => '0');
        slots            <= (others => no_slot_c);
      end if;
    end if;
  end process delay_control;

  accept   <= step_last or softmax_write;
  activate <= last_at(4) or softmax_write_at(2);

  control_drain : entity work.drain_control
    generic map (
      columns_g      => columns_g,
      lanes_g        => lanes_g,
      address_bits_g => address_bits_g,
      count_bits_g   => count_bits_g
    )
    port map (
      clk              => clk,
      rst              => rst,
      drain            => drain,
      accept           => accept,
      activate         => activate,
      constant_address => epilogue_address,
      residual_address => residual_address,
      slot             => slot
    );

  epilogue_constants : component rom_1r
    generic map (
      width_g        => constant_bits_c,
      depth_g        => epilogue_depth_g,
      address_bits_g => bits_to_count(epilogue_depth_g),
      kind_g         => epilogue_kind_g,
      file_g         => epilogue_file_g
    )
    port map (
      clk          => clk,
      read_address => low(epilogue_address, epilogue_depth_g),
      read_data    => epilogue_word
    );

  make_probabilities : entity work.softmax
    generic map (
      rows_g               => rows_g,
      lanes_g              => lanes_g,
      element_bits_g       => element_bits_g,
      exponential_bits_g   => exponential_bits_g,
      reciprocal_shift_g   => reciprocal_shift_g,
      quotient_bits_g      => quotient_bits_g,
      row_sum_bits_g       => row_sum_bits_g,
      address_bits_g       => address_bits_g,
      count_bits_g         => count_bits_g,
      table_address_bits_g => bits_to_count(exponential_depth_g)
    )
    port map (
      clk              => clk,
      rst              => rst,
      start            => softmax_start,
      base             => a_tile,
      steps            => current.steps(count_bits_g - 1 downto 0),
      groups           => current.groups(count_bits_g - 1 downto 0),
      table_base       => current.constant_base(address_bits_g - 1 downto 0),
      probability_top  => unsigned(current.maximum(element_bits_g - 1 downto 0)),
      read_active      => softmax_reads,
      read_address     => softmax_address,
      score_word       => source_word,
      table_address    => table_address,
      exponentials     => exponentials,
      write_start      => softmax_write,
      reciprocal_group => slot.group_index,
      reciprocals      => reciprocals
    );

  for_each_lane : for lane in 0 to lanes_g - 1 generate

    exponential_table : component rom_1r
      generic map (
        width_g        => exponential_bits_g,
        depth_g        => exponential_depth_g,
        address_bits_g => bits_to_count(exponential_depth_g),
        kind_g         => "distributed",
        file_g         => exponential_file_g
      )
      port map (
        clk          => clk,
        read_address => table_address(
          (lane + 1) * bits_to_count(exponential_depth_g) - 1 downto lane * bits_to_count(exponential_depth_g)),
        read_data    => exponentials((lane + 1) * exponential_bits_g - 1 downto lane * exponential_bits_g)
      );

    drain_slot : entity work.drain_lane
      generic map (
        lane_g                     => lane,
        rows_g                     => rows_g,
        lanes_g                    => lanes_g,
        element_bits_g             => element_bits_g,
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
        reciprocal_preshift_g      => reciprocal_preshift_g,
        quotient_bits_g            => quotient_bits_g
      )
      port map (
        clk           => clk,
        slot          => slots(1),
        shifted       => slots(3),
        clamped       => slots(4),
        sum           => sums((lane + 1) * accumulator_bits_g - 1 downto lane * accumulator_bits_g),
        reciprocal    => reciprocals((lane + 1) * quotient_bits_g - 1 downto lane * quotient_bits_g),
        exponential   => exponentials((lane + 1) * exponential_bits_g - 1 downto lane * exponential_bits_g),
        residual_word => residual_word,
        epilogue_word => epilogue_word,
        y             => results((lane + 1) * element_bits_g - 1 downto lane * element_bits_g)
      );

  end generate for_each_lane;

  gather : entity work.write_back
    generic map (
      rows_g         => rows_g,
      columns_g      => columns_g,
      lanes_g        => lanes_g,
      element_bits_g => element_bits_g,
      address_bits_g => address_bits_g,
      count_bits_g   => count_bits_g
    )
    port map (
      clk          => clk,
      rst          => rst,
      slot         => slots(5),
      lanes        => results,
      a_write      => a_write,
      a_write_bank => a_write_bank,
      a_write_data => a_write_data,
      b_write      => b_write,
      b_write_data => b_write_data,
      a_address    => a_write_address,
      b_address    => b_write_address
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
      out_last     => out_last
    );

end architecture rtl;
