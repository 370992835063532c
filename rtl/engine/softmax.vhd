--! Integer softmax of the T rows of a tile (docs/arithmetic.md, Softmax; docs/engine.md, Time), beside the array: from
--! the row maxima sums of exponentials, reciprocals by one divider; then, when it is told to write, for each drain slot
--! R reciprocals and R exponentials, whose product the epilogue makes.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.integer_arithmetic.all;

entity softmax is
  generic (
    rows_g              : positive; --! T.
    lanes_g             : positive; --! R.
    element_bits_g      : positive; --! AW.
    exponential_bits_g  : positive; --! EB.
    reciprocal_shift_g  : positive; --! RK.
    quotient_bits_g     : positive; --! QB.
    row_sum_bits_g      : positive; --! RB.
    address_bits_g      : positive; --! AB.
    count_bits_g        : positive; --! CB.
    table_address_bits_g : positive --! Width of an address of the exponential tables.
  );
  port (
    clk              : in  std_ulogic;                                                --! Clock.
    rst              : in  std_ulogic;                                                --! Reset, high.
    start            : in  std_ulogic; --! First cycle of SOFTMAX, whose fields are kept.
    bank             : in  unsigned(1 downto 0);                                      --! Bank of the scores.
    base             : in  unsigned(address_bits_g - 1 downto 0);                     --! First score word of the tile.
    steps            : in  unsigned(count_bits_g - 1 downto 0);                       --! Keys - 1.
    groups           : in  unsigned(count_bits_g - 1 downto 0);                       --! Groups - 1.
    table_base       : in  unsigned(address_bits_g - 1 downto 0);                     --! First word of the table.
    probability_top  : in  unsigned(element_bits_g - 1 downto 0);                     --! 2**b - 1.
    maxima           : in  std_ulogic_vector(rows_g * element_bits_g - 1 downto 0);   --! Of the scores of each row.
    causal           : in  std_ulogic := '0'; --! A row sees the keys up to its token only.
    first_token      : in  unsigned(15 downto 0) := (others => '0');                  --! Token of row 0.
    masked           : out std_ulogic_vector(lanes_g - 1 downto 0); --! The exponential is of a key that is not seen.
    write            : in  std_ulogic; --! First cycle of PROBABILITIES; the write phase begins in the next.
    read_active      : out std_ulogic; --! A sum or write phase reads.
    read_bank        : out unsigned(1 downto 0);                                      --! Its bank.
    read_address     : out unsigned(address_bits_g - 1 downto 0);                     --! Score word, other phases.
    score_word       : in  std_ulogic_vector(rows_g * element_bits_g - 1 downto 0);   --! The word, a cycle later.
    table_address    : out std_ulogic_vector(lanes_g * table_address_bits_g - 1 downto 0); --! R table addresses.
    exponentials     : in  std_ulogic_vector(lanes_g * exponential_bits_g - 1 downto 0);   --! Their words.
    write_start      : out std_ulogic; --! First cycle of the write phase.
    reciprocal_group : in  unsigned(15 downto 0);                                     --! Group of a drain slot.
    reciprocals      : out std_ulogic_vector(lanes_g * quotient_bits_g - 1 downto 0) --! Its reciprocals.
  );
end entity softmax;

architecture rtl of softmax is
  constant groups_c         : positive := rows_g / lanes_g;
  constant division_c       : positive := (quotient_bits_g + 1) / 2; --! Cycles of a division, less one.
  constant numerator_bits_c : positive := element_bits_g + reciprocal_shift_g;

  subtype element_t is signed(element_bits_g - 1 downto 0);
  subtype value_t is unsigned(row_sum_bits_g - 1 downto 0);
  subtype count_t is unsigned(count_bits_g - 1 downto 0);

  type elements_t is array (natural range <>) of element_t;
  type values_t is array (natural range <>) of value_t;
  type state_t is (waiting, adding, draining, dividing, ready, writing);
  type lookup_t is record
    valid       : std_ulogic;
    first       : std_ulogic;
    group_index : count_t;
  end record lookup_t;
  type lookups_t is array (natural range <>) of lookup_t;

  --! A table may be shorter than the elements are wide; valid scores never differ by more than it holds.
  function table_offset(difference : unsigned) return unsigned is
    variable result_v : unsigned(table_address_bits_g - 1 downto 0) := (others => '0');
  begin
    for index in 0 to table_address_bits_g - 1 loop
      if index < element_bits_g then
        result_v(index) := difference(index);
      end if;
    end loop;
    return result_v;
  end function table_offset;

  constant no_lookup_c : lookup_t := (valid => '0', first => '0', group_index => (others => '0'));

  signal state        : state_t                                := waiting;
  signal step         : count_t                                := (others => '0');
  signal group_now    : count_t                                := (others => '0');
  signal row          : count_t                                := (others => '0');
  signal digit        : count_t                                := (others => '0');
  signal address      : unsigned(address_bits_g - 1 downto 0)  := (others => '0');
  signal table_start  : unsigned(address_bits_g - 1 downto 0)  := (others => '0');
  signal tile_base    : unsigned(address_bits_g - 1 downto 0)  := (others => '0');
  signal tile_bank    : unsigned(1 downto 0)                   := "00";
  signal is_causal    : std_ulogic                             := '0';
  signal token        : unsigned(15 downto 0)                  := (others => '0');
  signal ahead        : signed(15 downto 0)                    := (others => '0');
  signal masked_2     : std_ulogic_vector(lanes_g - 1 downto 0) := (others => '0');
  signal masked_3     : std_ulogic_vector(lanes_g - 1 downto 0) := (others => '0');
  signal masked_4     : std_ulogic_vector(lanes_g - 1 downto 0) := (others => '0');
  signal last_key     : count_t                                := (others => '0');
  signal last_group_index : count_t                            := (others => '0');
  signal top          : unsigned(element_bits_g - 1 downto 0)  := (others => '0');
  signal lookup       : lookup_t;
  signal lookups      : lookups_t(1 to 5)                      := (others => no_lookup_c);
  signal addends      : std_ulogic_vector(exponentials'range)  := (others => '0');
  signal row_maxima   : std_ulogic_vector(maxima'range)        := (others => '0');
  signal values       : values_t(rows_g - 1 downto 0)          := (others => (others => '0'));
  signal scores       : elements_t(lanes_g - 1 downto 0)       := (others => (others => '0'));
  signal score_maxima : elements_t(lanes_g - 1 downto 0);
  signal last_step    : std_ulogic;
  signal last_group   : std_ulogic;
  signal last_row     : std_ulogic;
  signal last_row_index : count_t;
  signal load         : std_ulogic;
  signal store        : std_ulogic := '0';
  signal store_row    : count_t    := (others => '0');
  signal numerator    : unsigned(numerator_bits_c - 1 downto 0);
  signal divisor      : value_t;
  signal quotient     : unsigned(quotient_bits_g - 1 downto 0);

begin

  last_step  <= '1' when step = last_key else '0';
  last_group <= '1' when group_now = last_group_index else '0';
  last_row   <= '1' when row = last_row_index else '0';

  read_active  <= '1' when state = adding or state = writing else '0';
  read_bank    <= tile_bank;
  read_address <= address;
  write_start  <= '1' when state = writing and step = 0 and group_now = 0 else '0';

  --! (groups + 1) * R - 1.
  find_last_row : process (all) is
  begin
    last_row_index <= to_unsigned(lanes_g - 1, count_bits_g);
    for index in 1 to rows_g / lanes_g - 1 loop
      if last_group_index = index then
        last_row_index <= to_unsigned((index + 1) * lanes_g - 1, count_bits_g);
      end if;
    end loop;
  end process find_last_row;

  lookup.valid       <= '1' when state = adding else '0';
  lookup.first       <= '1' when step = 0 else '0';
  lookup.group_index <= group_now;

  numerator <= top & (reciprocal_shift_g downto 1 => '0');
  load      <= '1' when state = dividing and digit = 0 else '0';

  sequence_phases : process (clk) is
  begin
    if rising_edge(clk) then
      if state = waiting then
        address <= base;
        if start = '1' then
          step             <= (others => '0');
          state            <= adding;
          tile_base        <= base;
          tile_bank        <= bank;
          last_key         <= steps;
          last_group_index <= groups;
          top              <= probability_top;
          row_maxima       <= maxima;
          is_causal        <= causal;
          token            <= first_token;
          table_start      <= table_base;
        end if;
      elsif state = adding or state = writing then
        group_now <= group_now + 1;
        if last_group = '1' then
          group_now <= (others => '0');
          step      <= step + 1;
          address   <= address + 1;
          if last_step = '1' then
            step    <= (others => '0');
            address <= tile_base;
            state   <= waiting;
            if state = adding then
              state <= draining;
            end if;
          end if;
        end if;
      elsif state = draining then
        step <= step + 1;
        if step = 4 then
          step  <= (others => '0');
          state <= dividing;
        end if;
      elsif state = dividing then
        digit <= digit + 1;
        if digit = division_c then
          digit <= (others => '0');
          row   <= row + 1;
          if last_row = '1' then
            row   <= (others => '0');
            state <= ready;
          end if;
        end if;
      elsif state = ready then
        if write = '1' then
          state <= writing;
        end if;
      end if;
      if rst = '1' then
        state     <= waiting;
        group_now <= (others => '0');
        digit     <= (others => '0');
        row       <= (others => '0');
      end if;
    end if;
  end process sequence_phases;

  select_maxima : process (all) is
    variable maxima_v : std_ulogic_vector(groups_c * element_bits_g - 1 downto 0);
  begin
    for lane in 0 to lanes_g - 1 loop
      for index in 0 to groups_c - 1 loop
        maxima_v((index + 1) * element_bits_g - 1 downto index * element_bits_g) := row_maxima(
          (index * lanes_g + lane + 1) * element_bits_g - 1 downto (index * lanes_g + lane) * element_bits_g);
      end loop;
      score_maxima(lane) <= signed(pick(maxima_v, lookups(2).group_index, element_bits_g));
    end loop;
  end process select_maxima;

  look_up : process (clk) is
    variable scores_v     : std_ulogic_vector(groups_c * element_bits_g - 1 downto 0);
    variable difference_v : unsigned(element_bits_g - 1 downto 0);
    variable address_v    : unsigned(table_address_bits_g - 1 downto 0);
  begin
    if rising_edge(clk) then
      lookups(1) <= lookup;
      for index in 2 to 5 loop
        lookups(index) <= lookups(index - 1);
      end loop;
      for lane in 0 to lanes_g - 1 loop
        for index in 0 to groups_c - 1 loop
          scores_v((index + 1) * element_bits_g - 1 downto index * element_bits_g) := score_word(
            (index * lanes_g + lane + 1) * element_bits_g - 1 downto (index * lanes_g + lane) * element_bits_g);
        end loop;
        scores(lane) <= signed(pick(scores_v, lookups(1).group_index, element_bits_g));
        difference_v := unsigned(score_maxima(lane) - scores(lane));
        address_v    := table_offset(difference_v);
        table_address((lane + 1) * table_address_bits_g - 1 downto lane * table_address_bits_g)
          <= std_ulogic_vector(address_v + table_start(table_address_bits_g - 1 downto 0));
      end loop;
    end if;
  end process look_up;

  masked <= masked_4;

  --! A row sees a key that is not ahead of its token.
  mask_keys : process (clk) is
  begin
    if rising_edge(clk) then
      ahead    <= signed(resize(step, 16) - token);
      masked_2 <= (others => '0');
      for lane in 0 to lanes_g - 1 loop
        for index in 0 to groups_c - 1 loop
          if lookups(1).group_index = index and is_causal = '1' and ahead > index * lanes_g + lane then
            masked_2(lane) <= '1';
          end if;
        end loop;
      end loop;
      masked_3 <= masked_2;
      masked_4 <= masked_3;
    end if;
  end process mask_keys;

  divide : entity work.reciprocal_divider
    generic map (
      numerator_bits_g => numerator_bits_c,
      divisor_bits_g   => row_sum_bits_g,
      quotient_bits_g  => quotient_bits_g
    )
    port map (
      clk       => clk,
      load      => load,
      numerator => numerator,
      divisor   => divisor,
      quotient  => quotient
    );

  select_divisor : process (all) is
    variable values_v : std_ulogic_vector(rows_g * row_sum_bits_g - 1 downto 0);
  begin
    for index in 0 to rows_g - 1 loop
      values_v((index + 1) * row_sum_bits_g - 1 downto index * row_sum_bits_g) := std_ulogic_vector(values(index));
    end loop;
    divisor <= unsigned(pick(values_v, row, row_sum_bits_g));
  end process select_divisor;

  --! Sums while adding; each sum is replaced by its reciprocal while dividing.
  update_values : process (clk) is
    variable sum_v : value_t;
  begin
    if rising_edge(clk) then
      addends   <= exponentials;
      store     <= '0';
      store_row <= row;
      if state = dividing and digit = division_c then
        store <= '1';
      end if;
      for index in 0 to rows_g - 1 loop
        sum_v := (others => '0');
        if lookups(5).first = '0' then
          sum_v := values(index);
        end if;
        sum_v := sum_v + unsigned(addends(
          (index mod lanes_g + 1) * exponential_bits_g - 1 downto (index mod lanes_g) * exponential_bits_g));
        if lookups(5).valid = '1' and lookups(5).group_index = index / lanes_g then
          values(index) <= sum_v;
        elsif store = '1' and store_row = index then
          values(index) <= unsigned(zero_extend(std_ulogic_vector(quotient), row_sum_bits_g));
        end if;
      end loop;
    end if;
  end process update_values;

  select_reciprocals : process (clk) is
    variable values_v : std_ulogic_vector(groups_c * quotient_bits_g - 1 downto 0);
  begin
    if rising_edge(clk) then
      for lane in 0 to lanes_g - 1 loop
        for index in 0 to groups_c - 1 loop
          values_v((index + 1) * quotient_bits_g - 1 downto index * quotient_bits_g)
            := std_ulogic_vector(values(index * lanes_g + lane)(quotient_bits_g - 1 downto 0));
        end loop;
        reciprocals((lane + 1) * quotient_bits_g - 1 downto lane * quotient_bits_g)
          <= pick(values_v, reciprocal_group, quotient_bits_g);
      end loop;
    end if;
  end process select_reciprocals;

end architecture rtl;
