--! T x G multiply-accumulate cells, output stationary, with hold registers that let the next tile start at once.
--! Cells are pairs in a DSP slice (two columns of a row), single cells in one, and the rest of LUTs.
--! Operands in cycle 0; first, enable belong to the same cycle; capture comes five cycles after cycle 0 of the last
--! step. read_* selects R rows of one column, registered.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.integer_arithmetic.all;
use work.primitives.all;

entity mac_array is
  generic (
    rows_g             : positive; --! T.
    columns_g          : positive; --! G.
    lanes_g            : positive; --! R.
    a_bits_g           : positive; --! Width of an A operand; its least value does not occur.
    b_bits_g           : positive; --! Width of a B operand.
    accumulator_bits_g : positive; --! ACC.
    pairs_g            : natural;  --! DSP slices with two cells.
    singles_g          : natural;  --! DSP slices with one cell.
    pair_kind_g        : string    --! "inside" or "outside": where pairs accumulate.
  );
  port (
    clk          : in  std_ulogic;                                                  --! Clock.
    a            : in  std_ulogic_vector(rows_g * a_bits_g - 1 downto 0);           --! T A operands, row 0 low.
    b            : in  std_ulogic_vector(columns_g * b_bits_g - 1 downto 0);        --! G B operands, column 0 low, a cycle later.
    first        : in  std_ulogic;                                                  --! The tile's first step.
    enable       : in  std_ulogic;                                                  --! A step.
    capture      : in  std_ulogic;                                                  --! Copy the sums.
    read_group   : in  unsigned(15 downto 0);                                       --! Group of R rows.
    read_column  : in  unsigned(15 downto 0);                                       --! Column.
    read_sums    : out std_ulogic_vector(lanes_g * accumulator_bits_g - 1 downto 0); --! R sums, a cycle later,
    read_carries : out std_ulogic_vector(lanes_g - 1 downto 0)                      --! and what is to be added to each.
  );
end entity mac_array;

architecture rtl of mac_array is
  constant word_bits_c    : positive := lanes_g * accumulator_bits_g;
  constant read_bits_c    : positive := word_bits_c + lanes_g;
  constant groups_c       : positive := rows_g / lanes_g;
  constant pair_columns_c : natural  := columns_g / 2;

  --! Inside, as many bits for the lower sum as the wide port leaves; outside, as many as a product has.
  function shift return positive is
  begin
    if pair_kind_g = "inside" then
      return 24 - b_bits_g;
    end if;
    return a_bits_g + b_bits_g - 1;
  end function shift;

  --! Pairs come column by column; the cells that are in none have numbers in the same order.
  function kind(row, column : natural) return string is
    variable number_v : natural := row;
  begin
    for cells in 0 to column / 2 loop
      exit when cells = column / 2;
      number_v := number_v + rows_g;
    end loop;
    number_v := 2 * (number_v - pairs_g) + column mod 2;
    if column = columns_g - 1 and column mod 2 = 0 then
      number_v := 2 * (pair_columns_c * rows_g - pairs_g) + row;
    end if;
    if number_v < singles_g then
      return "dsp";
    end if;
    return "lut";
  end function kind;

  constant shift_c       : positive := shift;
  constant packed_bits_c : positive := shift_c + b_bits_g + 1;

  type words_t is array (groups_c * columns_g - 1 downto 0) of std_ulogic_vector(word_bits_c - 1 downto 0);
  type carries_t is array (groups_c * columns_g - 1 downto 0) of std_ulogic_vector(lanes_g - 1 downto 0);

  signal sums         : words_t;
  signal carries      : carries_t;
  signal held         : words_t   := (others => (others => '0'));
  signal held_carries : carries_t := (others => (others => '0'));
  signal selected     : std_ulogic_vector(read_bits_c - 1 downto 0) := (others => '0');
  signal first_at     : std_ulogic_vector(1 to 4)                   := "0000";
  signal enable_at    : std_ulogic_vector(1 to 4)                   := "0000";
  signal a_at1        : std_ulogic_vector(a'range)                  := (others => '0');
  signal a_at2        : std_ulogic_vector(a'range)                  := (others => '0');
  signal b_at2        : std_ulogic_vector(b'range)                  := (others => '0');

begin

  for_each_column : for column in 0 to columns_g - 1 generate
    constant is_low_c : boolean := column mod 2 = 0 and column < columns_g - 1;
    signal packed     : signed(packed_bits_c - 1 downto 0) := (others => '0');
  begin

    pack_columns : if is_low_c and pairs_g > column / 2 * rows_g generate

      pack : process (clk) is
        variable low_v  : signed(b_bits_g - 1 downto 0);
        variable high_v : signed(b_bits_g downto 0);
      begin
        if rising_edge(clk) then
          low_v  := signed(b((column + 1) * b_bits_g - 1 downto column * b_bits_g));
          high_v := sign_extend(
            signed(b((column + 2) * b_bits_g - 1 downto (column + 1) * b_bits_g)), b_bits_g + 1);
          if low_v(b_bits_g - 1) = '1' then
            high_v := high_v - 1;
          end if;
          packed <= high_v & sign_extend(low_v, shift_c);
        end if;
      end process pack;

    end generate pack_columns;

    for_each_row : for row in 0 to rows_g - 1 generate
      constant word_c     : natural := column * groups_c + row / lanes_g;
      constant lane_c     : natural := row mod lanes_g;
      constant low_c      : natural := lane_c * accumulator_bits_g;
      constant in_pair_c  : boolean := column < 2 * pair_columns_c and column / 2 * rows_g + row < pairs_g;
    begin

      pair_of_cells : if in_pair_c and is_low_c generate
        signal p : std_ulogic_vector(2 * accumulator_bits_g downto 0);
      begin

        pair : component multiply_accumulate_pair
          generic map (
            a_bits_g => a_bits_g,
            b_bits_g => b_bits_g,
            shift_g  => shift_c,
            p_bits_g => accumulator_bits_g,
            kind_g   => pair_kind_g
          )
          port map (
            clk    => clk,
            a      => signed(a_at2((row + 1) * a_bits_g - 1 downto row * a_bits_g)),
            b      => packed,
            first  => first_at(4),
            enable => enable_at(4),
            p      => p
          );

        sums(word_c)(low_c + accumulator_bits_g - 1 downto low_c) <= p(accumulator_bits_g - 1 downto 0);
        sums(word_c + groups_c)(low_c + accumulator_bits_g - 1 downto low_c)
          <= p(2 * accumulator_bits_g - 1 downto accumulator_bits_g);
        carries(word_c)(lane_c)            <= '0';
        carries(word_c + groups_c)(lane_c) <= p(2 * accumulator_bits_g);

      end generate pair_of_cells;

      single_cell : if not in_pair_c generate
        signal p : signed(accumulator_bits_g - 1 downto 0);
      begin

        cell : component multiply_accumulate
          generic map (
            a_bits_g => a_bits_g,
            b_bits_g => b_bits_g,
            p_bits_g => accumulator_bits_g,
            kind_g   => kind(row, column)
          )
          port map (
            clk    => clk,
            a      => signed(a_at2((row + 1) * a_bits_g - 1 downto row * a_bits_g)),
            b      => signed(b_at2((column + 1) * b_bits_g - 1 downto column * b_bits_g)),
            first  => first_at(4),
            enable => enable_at(4),
            p      => p
          );

        sums(word_c)(low_c + accumulator_bits_g - 1 downto low_c) <= std_ulogic_vector(p);
        carries(word_c)(lane_c)                                   <= '0';

      end generate single_cell;

    end generate for_each_row;
  end generate for_each_column;

  read_sums    <= selected(word_bits_c - 1 downto 0);
  read_carries <= selected(read_bits_c - 1 downto word_bits_c);

  delay_operands : process (clk) is
  begin
    if rising_edge(clk) then
      a_at1     <= a;
      a_at2     <= a_at1;
      b_at2     <= b;
      first_at  <= first & first_at(1 to 3);
      enable_at <= enable & enable_at(1 to 3);
    end if;
  end process delay_operands;

  select_sums : process (clk) is
    variable words_v   : std_ulogic_vector(groups_c * read_bits_c - 1 downto 0);
    variable columns_v : std_ulogic_vector(columns_g * read_bits_c - 1 downto 0);
  begin
    if rising_edge(clk) then
      if capture = '1' then
        held         <= sums;
        held_carries <= carries;
      end if;
      for column in 0 to columns_g - 1 loop
        for group_index in 0 to groups_c - 1 loop
          words_v((group_index + 1) * read_bits_c - 1 downto group_index * read_bits_c)
            := held_carries(column * groups_c + group_index) & held(column * groups_c + group_index);
        end loop;
        columns_v((column + 1) * read_bits_c - 1 downto column * read_bits_c)
          := pick(words_v, read_group, read_bits_c);
      end loop;
      selected <= pick(columns_v, read_column, read_bits_c);
    end if;
  end process select_sums;

end architecture rtl;
