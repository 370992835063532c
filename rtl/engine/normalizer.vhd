--! Integer LayerNorm and RMSNorm of the T rows of a tile (docs/arithmetic.md; docs/engine.md, Time): sums, spreads,
--! reciprocal roots by one unit, then for each drain slot R roots and R deviations, whose product the epilogue makes.
--! A word in row layout goes out in tiles of G columns, each with its own start of the drain.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.integer_arithmetic.all;
use work.primitives.all;

entity normalizer is
  generic (
    rows_g           : positive; --! T.
    columns_g        : positive; --! G.
    lanes_g          : positive; --! R.
    element_bits_g   : positive; --! AW.
    features_g       : positive; --! ND.
    sum_bits_g       : positive; --! NS.
    deviation_bits_g : positive; --! NU.
    spread_bits_g    : positive; --! NV.
    root_bits_g      : positive; --! NR.
    address_bits_g   : positive; --! AB.
    count_bits_g     : positive  --! CB.
  );
  port (
    clk           : in  std_ulogic;                                              --! Clock.
    rst           : in  std_ulogic;                                              --! Reset, high.
    start         : in  std_ulogic;                                              --! First cycle of a tile.
    base          : in  unsigned(address_bits_g - 1 downto 0);                   --! First word of the tile.
    groups        : in  unsigned(count_bits_g - 1 downto 0);                     --! Groups - 1.
    is_centered   : in  std_ulogic;                                              --! LayerNorm, else RMSNorm.
    is_unsigned   : in  std_ulogic;                                              --! The word is zero-extended.
    in_rows       : in  std_ulogic;                                              --! The result is in row layout.
    column_stride : in  unsigned(address_bits_g - 1 downto 0);                   --! Words of a tile of G columns.
    gain          : in  unsigned(2 * root_bits_g - 1 downto 0);                  --! G, a cycle after start.
    epsilon       : in  unsigned(spread_bits_g - 1 downto 0);                    --! E, a cycle after start.
    read_active   : out std_ulogic;                                              --! A spread or write phase reads.
    read_address  : out unsigned(address_bits_g - 1 downto 0);                   --! Its word.
    word          : in  std_ulogic_vector(rows_g * element_bits_g - 1 downto 0); --! The word, a cycle later.
    deviations    : out std_ulogic_vector(lanes_g * deviation_bits_g - 1 downto 0); --! u of R rows, four cycles later.
    write_start   : out std_ulogic;                                              --! First cycle of a tile of columns.
    write_columns : out unsigned(count_bits_g - 1 downto 0);                     --! Its columns - 1.
    write_offset  : out unsigned(address_bits_g - 1 downto 0);                   --! Its words begin there.
    root_group    : in  unsigned(15 downto 0);                                   --! Group of a drain slot.
    roots         : out std_ulogic_vector(lanes_g * root_bits_g - 1 downto 0)    --! Its roots, a cycle later.
  );
end entity normalizer;

architecture rtl of normalizer is
  constant last_tile_c    : natural  := (features_g - 1) / columns_g * columns_g; --! First column of the last tile.
  constant product_bits_c : positive := element_bits_g + 1 + deviation_bits_g;

  function wider(left, right : positive) return positive is
  begin
    if left > right then
      return left;
    end if;
    return right;
  end function wider;

  subtype count_t is unsigned(count_bits_g - 1 downto 0);
  subtype element_t is signed(element_bits_g downto 0);
  subtype sum_t is signed(sum_bits_g - 1 downto 0);
  subtype deviation_t is signed(deviation_bits_g - 1 downto 0);
  subtype product_t is signed(product_bits_c - 1 downto 0);
  subtype value_t is unsigned(wider(spread_bits_g, root_bits_g) - 1 downto 0);

  type elements_t is array (natural range <>) of element_t;
  type sums_t is array (natural range <>) of sum_t;
  type deviations_t is array (natural range <>) of deviation_t;
  type products_t is array (natural range <>) of product_t;
  type values_t is array (natural range <>) of value_t;
  type state_t is (waiting, summing, spreading, draining, rooting, writing, flushing);
  type lookup_t is record
    valid       : std_ulogic;
    first       : std_ulogic;
    group_index : count_t;
  end record lookup_t;
  type lookups_t is array (natural range <>) of lookup_t;

  constant no_lookup_c : lookup_t := (valid => '0', first => '0', group_index => (others => '0'));

  --! The low bits, or copies of the sign.
  function to_bits(value : signed; bits : positive) return signed is
    constant normal_c : signed(value'length - 1 downto 0) := value;
  begin
    if value'length >= bits then
      return normal_c(bits - 1 downto 0);
    end if;
    return sign_extend(normal_c, bits);
  end function to_bits;

  --! d x, as a sum of shifted elements.
  function times_features(value : element_t) return deviation_t is
    constant factor_c : unsigned(15 downto 0) := to_unsigned(features_g, 16);
    variable wide_v   : signed(element_bits_g + 16 downto 0);
    variable shift_v  : signed(element_bits_g + 16 downto 0);
  begin
    wide_v := (others => '0');
    for index in 0 to 15 loop
      if factor_c(index) = '1' then
        shift_v := (others => value(value'left));
        shift_v(element_bits_g + index downto index) := value;
        if index > 0 then
          shift_v(index - 1 downto 0) := (others => '0');
        end if;
        wide_v := wide_v + shift_v;
      end if;
    end loop;
    return to_bits(wide_v, deviation_bits_g);
  end function times_features;

  signal state          : state_t                               := waiting;
  signal step           : count_t                               := (others => '0');
  signal group_now      : count_t                               := (others => '0');
  signal column         : count_t                               := (others => '0');
  signal row            : count_t                               := (others => '0');
  signal digit          : count_t                               := (others => '0');
  signal finished       : std_ulogic                            := '0';
  signal tile_base      : unsigned(address_bits_g - 1 downto 0) := (others => '0');
  signal address        : unsigned(address_bits_g - 1 downto 0) := (others => '0');
  signal offset         : unsigned(address_bits_g - 1 downto 0) := (others => '0');
  signal sum_at         : std_ulogic                            := '0';
  signal first_at       : std_ulogic                            := '0';
  signal gain_now       : unsigned(2 * root_bits_g - 1 downto 0) := (others => '0');
  signal epsilon_now    : unsigned(spread_bits_g - 1 downto 0)  := (others => '0');
  signal lookup         : lookup_t;
  signal lookups        : lookups_t(1 to 6)                     := (others => no_lookup_c);
  signal sums           : sums_t(rows_g - 1 downto 0)           := (others => (others => '0'));
  signal values         : values_t(rows_g - 1 downto 0)         := (others => (others => '0'));
  signal selected       : elements_t(lanes_g - 1 downto 0)      := (others => (others => '0'));
  signal selected_at    : elements_t(lanes_g - 1 downto 0)      := (others => (others => '0'));
  signal factors        : elements_t(lanes_g - 1 downto 0)      := (others => (others => '0'));
  signal scaled         : deviations_t(lanes_g - 1 downto 0)    := (others => (others => '0'));
  signal selected_sums  : sums_t(lanes_g - 1 downto 0)          := (others => (others => '0'));
  signal deviation      : deviations_t(lanes_g - 1 downto 0)    := (others => (others => '0'));
  signal products       : products_t(lanes_g - 1 downto 0);
  signal last_step      : std_ulogic;
  signal last_group     : std_ulogic;
  signal last_row       : std_ulogic;
  signal last_row_index : count_t;
  signal load           : std_ulogic;
  signal store          : std_ulogic := '0';
  signal store_row      : count_t    := (others => '0');
  signal divisor        : value_t;
  signal root           : unsigned(root_bits_g - 1 downto 0);

begin

  last_step  <= '1' when step = features_g - 1 else '0';
  last_group <= '1' when group_now = groups else '0';
  last_row   <= '1' when row = last_row_index else '0';

  read_active  <= '1' when state = spreading or state = writing else '0';
  read_address <= address;
  write_offset <= offset;

  --! (groups + 1) * R - 1.
  find_last_row : process (all) is
  begin
    last_row_index <= to_unsigned(lanes_g - 1, count_bits_g);
    for index in 1 to rows_g / lanes_g - 1 loop
      if groups = index then
        last_row_index <= to_unsigned((index + 1) * lanes_g - 1, count_bits_g);
      end if;
    end loop;
  end process find_last_row;

  describe_write : process (all) is
  begin
    write_start   <= '0';
    write_columns <= to_unsigned(features_g - 1, count_bits_g);
    if state = writing and group_now = 0 and (step = 0 or (in_rows = '1' and column = 0)) then
      write_start <= '1';
    end if;
    if in_rows = '1' then
      write_columns <= to_unsigned(columns_g - 1, count_bits_g);
      if step >= last_tile_c then
        write_columns <= to_unsigned(features_g - 1 - last_tile_c, count_bits_g);
      end if;
    end if;
  end process describe_write;

  lookup.valid       <= '1' when state = spreading else '0';
  lookup.first       <= '1' when step = 0 else '0';
  lookup.group_index <= group_now;

  load <= '1' when state = rooting and digit = 0 else '0';

  sequence_phases : process (clk) is
  begin
    if rising_edge(clk) then
      if state = waiting then
        if start = '1' then
          step     <= (0 => '1', others => '0');
          state    <= summing;
          address  <= base;
          tile_base <= base;
          offset   <= (others => '0');
          column   <= (others => '0');
          finished <= '0';
          if features_g = 1 then
            step  <= (others => '0');
            state <= spreading;
          end if;
        end if;
      elsif state = summing then
        step <= step + 1;
        if last_step = '1' then
          step  <= (others => '0');
          state <= spreading;
        end if;
      elsif state = spreading then
        group_now <= group_now + 1;
        if last_group = '1' then
          group_now <= (others => '0');
          step      <= step + 1;
          address   <= address + 1;
          if last_step = '1' then
            step    <= (others => '0');
            address <= tile_base;
            state   <= draining;
          end if;
        end if;
      elsif state = draining then
        step <= step + 1;
        if step = 5 then
          step  <= (others => '0');
          state <= rooting;
        end if;
      elsif state = rooting then
        digit <= digit + 1;
        if digit = root_bits_g then
          digit <= (others => '0');
          row   <= row + 1;
          if last_row = '1' then
            row   <= (others => '0');
            state <= writing;
          end if;
        end if;
      elsif state = writing then
        group_now <= group_now + 1;
        if last_group = '1' then
          group_now <= (others => '0');
          step      <= step + 1;
          address   <= address + 1;
          column    <= column + 1;
          finished  <= last_step;
          if in_rows = '1' and (column = columns_g - 1 or last_step = '1') then
            column <= (others => '0');
            offset <= offset + column_stride;
            state  <= flushing;
          elsif last_step = '1' then
            state <= waiting;
          end if;
        end if;
      elsif state = flushing then
        row <= row + 1;
        if row = rows_g - 1 then
          row   <= (others => '0');
          state <= writing;
          if finished = '1' then
            state <= waiting;
          end if;
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

  add_rows : process (clk) is
    variable element_v : element_t;
    variable sum_v     : sum_t;
  begin
    if rising_edge(clk) then
      sum_at   <= '0';
      first_at <= start;
      if start = '1' or state = summing then
        sum_at <= '1';
      end if;
      if first_at = '1' then
        gain_now    <= gain;
        epsilon_now <= epsilon;
      end if;
      for index in 0 to rows_g - 1 loop
        element_v := extend(
          word((index + 1) * element_bits_g - 1 downto index * element_bits_g), is_unsigned, element_bits_g + 1);
        sum_v := (others => '0');
        if first_at = '0' then
          sum_v := sums(index);
        end if;
        if sum_at = '1' then
          sums(index) <= sum_v;
          if is_centered = '1' then
            sums(index) <= sum_v + to_bits(element_v, sum_bits_g);
          end if;
        end if;
      end loop;
    end if;
  end process add_rows;

  find_deviations : process (clk) is
  begin
    if rising_edge(clk) then
      lookups(1) <= lookup;
      for index in 2 to 6 loop
        lookups(index) <= lookups(index - 1);
      end loop;
      for lane in 0 to lanes_g - 1 loop
        for index in 0 to rows_g / lanes_g - 1 loop
          if lookups(1).group_index = index then
            selected(lane) <= extend(
              word((index * lanes_g + lane + 1) * element_bits_g - 1 downto (index * lanes_g + lane) * element_bits_g),
              is_unsigned, element_bits_g + 1);
          end if;
          if lookups(2).group_index = index then
            selected_sums(lane) <= sums(index * lanes_g + lane);
          end if;
        end loop;
        scaled(lane)      <= times_features(selected(lane));
        selected_at(lane) <= selected(lane);
        deviation(lane)   <= scaled(lane) - to_bits(selected_sums(lane), deviation_bits_g);
        factors(lane)     <= selected_at(lane);
      end loop;
    end if;
  end process find_deviations;

  for_each_lane : for lane in 0 to lanes_g - 1 generate

    deviations((lane + 1) * deviation_bits_g - 1 downto lane * deviation_bits_g)
      <= std_ulogic_vector(deviation(lane));

    multiply_deviation : component multiply
      generic map (
        a_bits_g => element_bits_g + 1,
        b_bits_g => deviation_bits_g,
        kind_g   => "dsp"
      )
      port map (
        clk => clk,
        a   => factors(lane),
        b   => deviation(lane),
        p   => products(lane)
      );

  end generate for_each_lane;

  find_root : entity work.reciprocal_root
    generic map (
      spread_bits_g => spread_bits_g,
      root_bits_g   => root_bits_g
    )
    port map (
      clk    => clk,
      load   => load,
      gain   => gain_now,
      spread => divisor(spread_bits_g - 1 downto 0),
      root   => root
    );

  select_divisor : process (all) is
  begin
    divisor <= values(0);
    for index in 1 to rows_g - 1 loop
      if row = index then
        divisor <= values(index);
      end if;
    end loop;
  end process select_divisor;

  --! Spreads while they are summed, modulo their width; each is replaced by its root while these are found.
  update_values : process (clk) is
    variable spread_v : unsigned(spread_bits_g - 1 downto 0);
  begin
    if rising_edge(clk) then
      store     <= '0';
      store_row <= row;
      if state = rooting and digit = root_bits_g then
        store <= '1';
      end if;
      for index in 0 to rows_g - 1 loop
        spread_v := epsilon_now;
        if lookups(6).first = '0' then
          spread_v := values(index)(spread_bits_g - 1 downto 0);
        end if;
        spread_v := spread_v + unsigned(to_bits(products(index mod lanes_g), spread_bits_g));
        if lookups(6).valid = '1' and lookups(6).group_index = index / lanes_g then
          values(index) <= unsigned(zero_extend(std_ulogic_vector(spread_v), value_t'length));
        elsif store = '1' and store_row = index then
          values(index) <= unsigned(zero_extend(std_ulogic_vector(root), value_t'length));
        end if;
      end loop;
    end if;
  end process update_values;

  select_roots : process (clk) is
  begin
    if rising_edge(clk) then
      for lane in 0 to lanes_g - 1 loop
        for index in 0 to rows_g / lanes_g - 1 loop
          if root_group = index then
            roots((lane + 1) * root_bits_g - 1 downto lane * root_bits_g)
              <= std_ulogic_vector(values(index * lanes_g + lane)(root_bits_g - 1 downto 0));
          end if;
        end loop;
      end loop;
    end if;
  end process select_roots;

end architecture rtl;
