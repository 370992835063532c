--! What the sequencer's addresses read, through the array, the softmax and the epilogue, to the words that are written.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.integer_arithmetic.all;
use work.primitives.all;

entity datapath is
  generic (
    rows_g                     : positive; --! T, array rows.
    columns_g                  : positive; --! G, array columns; divides T.
    lanes_g                    : positive; --! R, drain lanes; divides G.
    pairs_g                    : natural;  --! DSP slices with two cells of the array.
    singles_g                  : natural;  --! DSP slices with one cell of the array.
    pair_kind_g                : string;   --! "inside" or "outside": where pairs accumulate.
    residual_in_dsp_g          : boolean;  --! The lanes' residual products are made in DSP slices.
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
    bank0_depth_g              : positive; --! Words of bank 0.
    bank1_depth_g              : positive; --! Words of bank 1.
    input_depth_g              : positive; --! Words of the input bank.
    bankb_depth_g              : positive; --! Words of the B bank.
    exponential_depth_g        : positive; --! Words of the exponential tables.
    features_g                 : natural;  --! ND, features of every normalized token; 0 without normalizations.
    norm_sum_bits_g            : positive; --! NS.
    deviation_bits_g           : positive; --! NU.
    spread_bits_g              : positive; --! NV.
    root_bits_g                : positive; --! NR.
    function_depth_g           : positive; --! Words of the functions' tables; none where two words.
    bank0_kind_g               : string;   --! Kind of bank 0: "block", "distributed" or "auto".
    bank1_kind_g               : string;   --! Kind of bank 1.
    input_kind_g               : string;   --! Kind of the input bank.
    bankb_kind_g               : string;   --! Kind of the B bank.
    input_residual_g           : boolean   --! Residuals are read from the input bank too.
  );
  port (
    clk              : in  std_ulogic;                                                  --! Clock.
    rst              : in  std_ulogic;                                                  --! Reset, high.
    current          : in  instruction_t;                                               --! The instruction.
    a_address        : in  unsigned(address_bits_g - 1 downto 0);                       --! A operand.
    b_address        : in  unsigned(address_bits_g - 1 downto 0);                       --! B operand.
    step_valid       : in  std_ulogic;                                                  --! Addresses of a step.
    step_first       : in  std_ulogic;                                                  --! The tile's first step.
    step_last        : in  std_ulogic;                                                  --! The tile's last step.
    softmax_start    : in  std_ulogic;                                                  --! A softmax tile starts.
    softmax_write    : in  std_ulogic;                                                  --! First cycle of PROBABILITIES.
    norm_start       : in  std_ulogic;                                                  --! A normalization tile starts.
    drain            : in  drain_t;                                                     --! What the drain does.
    output_busy      : in  std_ulogic;                                                  --! The output is read.
    output_address   : in  unsigned(address_bits_g - 1 downto 0);                       --! Its word.
    source_word      : out std_ulogic_vector(rows_g * element_bits_g - 1 downto 0);     --! The word that was read.
    input_lane       : in  std_ulogic_vector(rows_g - 1 downto 0);                      --! An input lane is written.
    input_address    : in  unsigned(bits_to_count(input_depth_g) - 1 downto 0);         --! Where.
    input_element    : in  std_ulogic_vector(element_bits_g - 1 downto 0);              --! What.
    weight_word      : in  std_ulogic_vector(columns_g * weight_bits_g - 1 downto 0);   --! Of the B address 2 cycles ago.
    constant_address : out unsigned(address_bits_g - 1 downto 0);                       --! Read of the constant bank.
    constant_word    : in  std_ulogic_vector(rows_g * element_bits_g - 1 downto 0);     --! The word, a cycle later.
    epilogue_address : out unsigned(address_bits_g - 1 downto 0);                       --! Read of the epilogue memory.
    epilogue_word    : in  std_ulogic_vector(
      multiplier_bits_g + residual_multiplier_bits_g + offset_bits_g - 1 downto 0); --! The word, a cycle later.
    table_address    : out std_ulogic_vector(
      lanes_g * bits_to_count(exponential_depth_g) - 1 downto 0); --! Reads of the exponential tables.
    exponentials     : in  std_ulogic_vector(lanes_g * exponential_bits_g - 1 downto 0); --! They, a cycle later.
    function_address : out std_ulogic_vector(
      lanes_g * bits_to_count(function_depth_g) - 1 downto 0); --! Reads of the functions' tables.
    function_values  : in  std_ulogic_vector(lanes_g * element_bits_g - 1 downto 0)     --! They, a cycle later.
  );
end entity datapath;

architecture rtl of datapath is
  constant a_bits_c      : positive := element_bits_g + 1;
  constant b_word_bits_c : positive := columns_g * element_bits_g;

  subtype address_t is unsigned(address_bits_g - 1 downto 0);
  subtype word_t is std_ulogic_vector(rows_g * element_bits_g - 1 downto 0);

  type slots_t is array (natural range <>) of slot_t;

  signal read_address     : address_t;
  signal softmax_reads    : std_ulogic;
  signal softmax_address  : address_t;
  signal norm_reads       : std_ulogic;
  signal norm_address     : address_t;
  signal norm_write       : std_ulogic;
  signal norm_columns     : unsigned(count_bits_g - 1 downto 0);
  signal norm_offset      : address_t;
  signal deviations       : std_ulogic_vector(lanes_g * deviation_bits_g - 1 downto 0);
  signal roots            : std_ulogic_vector(lanes_g * root_bits_g - 1 downto 0);
  signal drain_now        : drain_t;
  signal drain_constant   : address_t;
  signal softmax_bank     : unsigned(1 downto 0);
  signal softmax_writes   : std_ulogic;
  signal score_word       : word_t;
  signal maxima           : word_t;
  signal masked           : std_ulogic_vector(lanes_g - 1 downto 0);
  signal seen             : std_ulogic_vector(lanes_g * exponential_bits_g - 1 downto 0);
  signal source_unsigned  : std_ulogic := '0';
  signal source_b_bank    : std_ulogic := '0';
  signal b_bank_at        : std_ulogic := '0';
  signal bankb_at         : std_ulogic_vector(b_word_bits_c - 1 downto 0) := (others => '0');
  signal read_word        : word_t;
  signal residual_word    : word_t;
  signal bankb_word       : std_ulogic_vector(b_word_bits_c - 1 downto 0);
  signal array_a          : std_ulogic_vector(rows_g * a_bits_c - 1 downto 0);
  signal array_b          : std_ulogic_vector(columns_g * weight_bits_g - 1 downto 0);
  signal first_at         : std_ulogic := '0';
  signal valid_at         : std_ulogic := '0';
  signal last_at          : std_ulogic_vector(1 to 6) := "000000";
  signal softmax_write_at : std_ulogic_vector(1 to 2) := "00";
  signal activate         : std_ulogic;
  signal accept           : std_ulogic;
  signal sums             : std_ulogic_vector(lanes_g * accumulator_bits_g - 1 downto 0);
  signal carries          : std_ulogic_vector(lanes_g - 1 downto 0);
  signal reciprocals      : std_ulogic_vector(lanes_g * quotient_bits_g - 1 downto 0);
  signal residual_address : address_t;
  signal slot             : slot_t;
  signal slots            : slots_t(1 to 6) := (others => no_slot_c);
  signal results          : std_ulogic_vector(lanes_g * element_bits_g - 1 downto 0);
  signal a_write          : std_ulogic;
  signal a_write_bank     : unsigned(1 downto 0);
  signal a_write_data     : word_t;
  signal b_write          : std_ulogic;
  signal b_write_data     : std_ulogic_vector(b_word_bits_c - 1 downto 0);
  signal a_write_address  : address_t;
  signal b_write_address  : address_t;

begin

  read_address <= output_address when output_busy = '1'
                  else norm_address when norm_reads = '1'
                  else a_address;
  source_word  <= read_word;

  banks : entity work.activation_banks
    generic map (
      rows_g         => rows_g,
      element_bits_g => element_bits_g,
      address_bits_g => address_bits_g,
      bank0_depth_g  => bank0_depth_g,
      bank1_depth_g  => bank1_depth_g,
      input_depth_g  => input_depth_g,
      bank0_kind_g     => bank0_kind_g,
      bank1_kind_g     => bank1_kind_g,
      input_kind_g     => input_kind_g,
      input_residual_g => input_residual_g
    )
    port map (
      clk              => clk,
      source_bank      => current.a_bank,
      source_address   => read_address,
      source_word      => read_word,
      residual         => slot.residual,
      residual_bank    => slot.residual_bank,
      residual_address => residual_address,
      residual_word    => residual_word,
      softmax          => softmax_reads,
      softmax_bank     => softmax_bank,
      softmax_address  => softmax_address,
      softmax_word     => score_word,
      write            => a_write,
      write_bank       => a_write_bank,
      write_address    => a_write_address,
      write_data       => a_write_data,
      input_lane       => input_lane,
      input_address    => input_address,
      input_element    => input_element,
      constant_address => constant_address,
      constant_word    => constant_word
    );

  bankb : component ram_1r1w
    generic map (
      width_g        => b_word_bits_c,
      depth_g        => bankb_depth_g,
      address_bits_g => bits_to_count(bankb_depth_g),
      kind_g         => bankb_kind_g,
      file_g         => "none"
    )
    port map (
      clk           => clk,
      write_enable  => b_write,
      write_address => low(b_write_address, bankb_depth_g),
      write_data    => b_write_data,
      read_address  => low(b_address, bankb_depth_g),
      read_data     => bankb_word
    );

  select_operands : process (all) is
    variable element_v : std_ulogic_vector(element_bits_g - 1 downto 0);
  begin
    for row in 0 to rows_g - 1 loop
      element_v := read_word((row + 1) * element_bits_g - 1 downto row * element_bits_g);
      array_a((row + 1) * a_bits_c - 1 downto row * a_bits_c)
        <= std_ulogic_vector(extend(element_v, source_unsigned, a_bits_c));
    end loop;
    for column in 0 to columns_g - 1 loop
      array_b((column + 1) * weight_bits_g - 1 downto column * weight_bits_g)
        <= weight_word((column + 1) * weight_bits_g - 1 downto column * weight_bits_g);
      if b_bank_at = '1' then
        array_b((column + 1) * weight_bits_g - 1 downto column * weight_bits_g)
          <= std_ulogic_vector(sign_extend(
            signed(bankb_at((column + 1) * element_bits_g - 1 downto column * element_bits_g)), weight_bits_g));
      end if;
    end loop;
  end process select_operands;

  cells : entity work.mac_array
    generic map (
      rows_g             => rows_g,
      columns_g          => columns_g,
      lanes_g            => lanes_g,
      a_bits_g           => a_bits_c,
      b_bits_g           => weight_bits_g,
      accumulator_bits_g => accumulator_bits_g,
      pairs_g            => pairs_g,
      singles_g          => singles_g,
      pair_kind_g        => pair_kind_g
    )
    port map (
      clk          => clk,
      a            => array_a,
      b            => array_b,
      first        => first_at,
      enable       => valid_at,
      capture      => last_at(6),
      read_group   => slot.group_index,
      read_column  => slot.column,
      read_sums    => sums,
      read_carries => carries
    );

  delay_control : process (clk) is
  begin
    if rising_edge(clk) then
      source_unsigned  <= current.a_unsigned;
      source_b_bank    <= current.b_bank;
      b_bank_at        <= source_b_bank;
      bankb_at         <= bankb_word;
      first_at         <= step_first;
      valid_at         <= step_valid;
      last_at          <= step_last & last_at(1 to 5);
      softmax_write_at <= (softmax_writes or norm_write) & softmax_write_at(1);
      slots            <= slot & slots(1 to 5);
      if rst = '1' then
        valid_at         <= '0';
        last_at          <= (others => '0');
        softmax_write_at <= (others => '0');
        slots            <= (others => no_slot_c);
      end if;
    end if;
  end process delay_control;

  accept   <= step_last or softmax_writes or norm_write;
  activate <= last_at(6) or softmax_write_at(2);

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
      drain            => drain_now,
      accept           => accept,
      activate         => activate,
      constant_address => drain_constant,
      residual_address => residual_address,
      slot             => slot
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
      bank             => current.a_bank,
      base             => current.a_base(address_bits_g - 1 downto 0),
      steps            => current.steps(count_bits_g - 1 downto 0),
      groups           => current.groups(count_bits_g - 1 downto 0),
      table_base       => current.constant_base(address_bits_g - 1 downto 0),
      probability_top  => unsigned(current.maximum(element_bits_g - 1 downto 0)),
      maxima           => maxima,
      causal           => current.causal,
      first_token      => current.function_base,
      masked           => masked,
      write            => softmax_write,
      read_active      => softmax_reads,
      read_bank        => softmax_bank,
      read_address     => softmax_address,
      score_word       => score_word,
      table_address    => table_address,
      exponentials     => seen,
      write_start      => softmax_writes,
      reciprocal_group => slot.group_index,
      reciprocals      => reciprocals
    );

  --! Gain and guard of a normalization come from the epilogue memory in its first cycle, in which nothing drains.
  epilogue_address <= drain.constant_address(address_bits_g - 1 downto 0) when norm_start = '1' and features_g > 0
                      else drain_constant;

  describe_drain : process (all) is
    variable address_v : address_t;
  begin
    drain_now <= drain;
    if drain.norm = '1' and features_g > 0 then
      address_v           := drain.d_address(address_bits_g - 1 downto 0) + norm_offset;
      drain_now.columns   <= field(norm_columns);
      drain_now.d_address <= field(address_v);
    end if;
  end process describe_drain;

  without_normalizer : if features_g = 0 generate
    norm_reads   <= '0';
    norm_address <= (others => '0');
    norm_write   <= '0';
    norm_columns <= (others => '0');
    norm_offset  <= (others => '0');
    deviations   <= (others => '0');
    roots        <= (others => '0');
  end generate without_normalizer;

  with_normalizer : if features_g > 0 generate
    signal gain    : unsigned(2 * root_bits_g - 1 downto 0);
    signal epsilon : unsigned(spread_bits_g - 1 downto 0);
    signal in_rows : std_ulogic;
  begin

    in_rows <= '1' when current.d_layout = row_layout_c else '0';

    --! The offset is the gain, the multiplier the guard; both are wide enough where there are normalizations.
    select_constants : process (all) is
    begin
      gain    <= (others => '0');
      epsilon <= (others => '0');
      for index in 0 to 2 * root_bits_g - 1 loop
        if index < offset_bits_g then
          gain(index) <= epilogue_word(multiplier_bits_g + residual_multiplier_bits_g + index);
        end if;
      end loop;
      for index in 0 to spread_bits_g - 1 loop
        if index < multiplier_bits_g then
          epsilon(index) <= epilogue_word(index);
        end if;
      end loop;
    end process select_constants;

    normalize_tokens : entity work.normalizer
      generic map (
        rows_g           => rows_g,
        columns_g        => columns_g,
        lanes_g          => lanes_g,
        element_bits_g   => element_bits_g,
        features_g       => features_g,
        sum_bits_g       => norm_sum_bits_g,
        deviation_bits_g => deviation_bits_g,
        spread_bits_g    => spread_bits_g,
        root_bits_g      => root_bits_g,
        address_bits_g   => address_bits_g,
        count_bits_g     => count_bits_g
      )
      port map (
        clk           => clk,
        rst           => rst,
        start         => norm_start,
        base          => a_address,
        groups        => current.groups(count_bits_g - 1 downto 0),
        is_centered   => current.centered,
        is_unsigned   => source_unsigned,
        in_rows       => in_rows,
        column_stride => current.d_column_stride(address_bits_g - 1 downto 0),
        gain          => gain,
        epsilon       => epsilon,
        read_active   => norm_reads,
        read_address  => norm_address,
        word          => read_word,
        deviations    => deviations,
        write_start   => norm_write,
        write_columns => norm_columns,
        write_offset  => norm_offset,
        root_group    => slot.group_index,
        roots         => roots
      );

  end generate with_normalizer;

  for_each_lane : for lane in 0 to lanes_g - 1 generate

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
        quotient_bits_g            => quotient_bits_g,
        residual_in_dsp_g          => residual_in_dsp_g,
        deviation_bits_g           => deviation_bits_g,
        root_bits_g                => root_bits_g,
        normalizes_g               => features_g > 0,
        function_depth_g           => function_depth_g
      )
      port map (
        clk           => clk,
        slot          => slots(1),
        shifted       => slots(4),
        clamped       => slots(5),
        finished      => slots(6),
        table_address => function_address(
          (lane + 1) * bits_to_count(function_depth_g) - 1 downto lane * bits_to_count(function_depth_g)),
        table_value   => function_values((lane + 1) * element_bits_g - 1 downto lane * element_bits_g),
        carry         => carries(lane),
        sum           => sums((lane + 1) * accumulator_bits_g - 1 downto lane * accumulator_bits_g),
        reciprocal    => reciprocals((lane + 1) * quotient_bits_g - 1 downto lane * quotient_bits_g),
        exponential   => seen((lane + 1) * exponential_bits_g - 1 downto lane * exponential_bits_g),
        root          => roots((lane + 1) * root_bits_g - 1 downto lane * root_bits_g),
        deviation     => deviations((lane + 1) * deviation_bits_g - 1 downto lane * deviation_bits_g),
        residual_word => residual_word,
        epilogue_word => epilogue_word,
        y             => results((lane + 1) * element_bits_g - 1 downto lane * element_bits_g)
      );

  end generate for_each_lane;

  mask_exponentials : process (all) is
  begin
    for lane in 0 to lanes_g - 1 loop
      seen((lane + 1) * exponential_bits_g - 1 downto lane * exponential_bits_g)
        <= exponentials((lane + 1) * exponential_bits_g - 1 downto lane * exponential_bits_g);
      if masked(lane) = '1' then
        seen((lane + 1) * exponential_bits_g - 1 downto lane * exponential_bits_g) <= (others => '0');
      end if;
    end loop;
  end process mask_exponentials;

  find_maxima : entity work.row_maxima
    generic map (
      rows_g         => rows_g,
      lanes_g        => lanes_g,
      element_bits_g => element_bits_g
    )
    port map (
      clk    => clk,
      slot   => slots(6),
      lanes  => results,
      maxima => maxima
    );

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
      slot         => slots(6),
      lanes        => results,
      a_write      => a_write,
      a_write_bank => a_write_bank,
      a_write_data => a_write_data,
      b_write      => b_write,
      b_write_data => b_write_data,
      a_address    => a_write_address,
      b_address    => b_write_address
    );

end architecture rtl;
