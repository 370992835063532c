--! T x G multiply-accumulate cells, output stationary, with hold registers that let the next tile start at once.
--! Operands in cycle 0; first, enable belong to the same cycle; capture comes four cycles after the tile's last
--! operands were addressed (three after cycle 0 of the last step). read_* selects R rows of one column, registered.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.primitives.all;

entity mac_array is
  generic (
    rows_g             : positive; --! T.
    columns_g          : positive; --! G.
    lanes_g            : positive; --! R.
    a_bits_g           : positive; --! Width of an A operand.
    b_bits_g           : positive; --! Width of a B operand.
    accumulator_bits_g : positive  --! ACC.
  );
  port (
    clk         : in  std_ulogic;                                                 --! Clock.
    a           : in  std_ulogic_vector(rows_g * a_bits_g - 1 downto 0);          --! T A operands, row 0 low.
    b           : in  std_ulogic_vector(columns_g * b_bits_g - 1 downto 0);       --! G B operands, column 0 low.
    first       : in  std_ulogic;                                                 --! The tile's first step.
    enable      : in  std_ulogic;                                                 --! A step.
    capture     : in  std_ulogic;                                                 --! Copy the sums.
    read_group  : in  unsigned(15 downto 0);                                      --! Group of R rows.
    read_column : in  unsigned(15 downto 0);                                      --! Column.
    read_sums   : out std_ulogic_vector(lanes_g * accumulator_bits_g - 1 downto 0) --! The R sums, a cycle later.
  );
end entity mac_array;

architecture rtl of mac_array is
  constant word_bits_c : positive := lanes_g * accumulator_bits_g;
  constant groups_c    : positive := rows_g / lanes_g;

  type words_t is array (groups_c * columns_g - 1 downto 0) of std_ulogic_vector(word_bits_c - 1 downto 0);

  signal sums       : words_t;
  signal held       : words_t := (others => (others => '0'));
  signal first_at   : std_ulogic_vector(1 to 2) := "00";
  signal enable_at  : std_ulogic_vector(1 to 2) := "00";
  signal selected   : std_ulogic_vector(word_bits_c - 1 downto 0) := (others => '0');

begin

  for_each_row : for row in 0 to rows_g - 1 generate
    for_each_column : for column in 0 to columns_g - 1 generate
      signal p : signed(accumulator_bits_g - 1 downto 0);
    begin

      cell : component multiply_accumulate
        generic map (
          a_bits_g => a_bits_g,
          b_bits_g => b_bits_g,
          p_bits_g => accumulator_bits_g,
          kind_g   => "dsp"
        )
        port map (
          clk    => clk,
          a      => signed(a((row + 1) * a_bits_g - 1 downto row * a_bits_g)),
          b      => signed(b((column + 1) * b_bits_g - 1 downto column * b_bits_g)),
          first  => first_at(2),
          enable => enable_at(2),
          p      => p
        );

      sums(column * groups_c + row / lanes_g)(
        (row mod lanes_g + 1) * accumulator_bits_g - 1 downto (row mod lanes_g) * accumulator_bits_g)
        <= std_ulogic_vector(p);

    end generate for_each_column;
  end generate for_each_row;

  read_sums <= selected;

  select_sums : process (clk) is
  begin
    if rising_edge(clk) then
      first_at  <= first & first_at(1);
      enable_at <= enable & enable_at(1);
      if capture = '1' then
        held <= sums;
      end if;
      selected <= held(0);
      for column in 0 to columns_g - 1 loop
        for group_index in 0 to groups_c - 1 loop
          if read_column = column and read_group = group_index then
            selected <= held(column * groups_c + group_index);
          end if;
        end loop;
      end loop;
    end if;
  end process select_sums;

end architecture rtl;
