--! Tiles of random length, back to back and with pauses, operands changing in every cycle; in every cycle R held sums
--! of a random group and column are read while the next tile accumulates.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.bench_types.all;

entity mac_array_tb is
  generic (
    rows_g             : positive := 6;     --! T.
    columns_g          : positive := 3;     --! G.
    lanes_g            : positive := 1;     --! R.
    a_bits_g           : positive := 9;     --! Width of an A operand.
    b_bits_g           : positive := 8;     --! Width of a B operand.
    accumulator_bits_g : positive := 21;    --! ACC; sums are modulo 2**ACC, except of pairs that accumulate inside.
    pairs_g            : natural  := 0;     --! DSP slices with two cells.
    singles_g          : natural  := 18;    --! DSP slices with one cell.
    inside_g           : boolean  := false; --! Pairs accumulate inside.
    corrupt_g          : boolean  := false; --! One check expects a wrong value.
    seed_g             : positive := 1      --! Of the stimuli.
  );
end entity mac_array_tb;

architecture bench of mac_array_tb is
  constant longest_c : positive := 12; --! Steps of a tile.

  --! The generic of the array.
  function pair_kind return string is
  begin
    if inside_g then
      return "inside";
    end if;
    return "outside";
  end function pair_kind;

  --! The value that ACC bits show of a sum.
  function wrap(sum : integer) return integer is
    constant half_c : positive := 2 ** (accumulator_bits_g - 1);
  begin
    return (sum + half_c) mod (2 * half_c) - half_c;
  end function wrap;

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk         : std_ulogic                                                := '0';
  signal a           : std_ulogic_vector(rows_g * a_bits_g - 1 downto 0)         := (others => '0');
  signal b           : std_ulogic_vector(columns_g * b_bits_g - 1 downto 0)      := (others => '0');
  signal b_late      : std_ulogic_vector(columns_g * b_bits_g - 1 downto 0)      := (others => '0');
  signal first       : std_ulogic                                                := '0';
  signal enable      : std_ulogic                                                := '0';
  signal capture     : std_ulogic                                                := '0';
  signal read_group  : unsigned(15 downto 0)                                     := (others => '0');
  signal read_column : unsigned(15 downto 0)                                     := (others => '0');
  signal read_carries : std_ulogic_vector(lanes_g - 1 downto 0);
  signal read_sums   : std_ulogic_vector(lanes_g * accumulator_bits_g - 1 downto 0);
begin

  clk <= not clk after 5 ns;
  watchdog(1 ms);

  device : entity work.mac_array
    generic map (
      rows_g             => rows_g,
      columns_g          => columns_g,
      lanes_g            => lanes_g,
      a_bits_g           => a_bits_g,
      b_bits_g           => b_bits_g,
      accumulator_bits_g => accumulator_bits_g,
      pairs_g            => pairs_g,
      singles_g          => singles_g,
      pair_kind_g        => pair_kind
    )
    port map (
      clk          => clk,
      a            => a,
      b            => b_late,
      first        => first,
      enable       => enable,
      capture      => capture,
      read_group   => read_group,
      read_column  => read_column,
      read_sums    => read_sums,
      read_carries => read_carries
    );

  delay_b : process (clk) is
  begin
    if rising_edge(clk) then
      b_late <= b;
    end if;
  end process delay_b;

  play : process is
    type sums_t is array (0 to rows_g - 1, 0 to columns_g - 1) of integer;
    variable sums_v       : sums_t  := (others => (others => 0));
    variable complete_v   : sums_t  := (others => (others => 0));
    variable held_v       : sums_t  := (others => (others => 0));
    variable expected_v   : std_ulogic_vector(read_sums'range);
    variable steps_v      : positive;
    variable cycles_v     : positive;
    variable since_last_v : natural := 9;
    variable group_v      : natural;
    variable column_v     : natural;
    variable known_v      : boolean := false;
    variable found_v      : std_ulogic_vector(read_sums'range);

    --! What the lanes make of sums and carries.
    impure function completed return std_ulogic_vector is
      variable result_v : std_ulogic_vector(read_sums'range);
      variable sum_v    : signed(accumulator_bits_g - 1 downto 0);
    begin
      for lane in 0 to lanes_g - 1 loop
        sum_v := signed(read_sums((lane + 1) * accumulator_bits_g - 1 downto lane * accumulator_bits_g));
        if read_carries(lane) = '1' then
          sum_v := sum_v + 1;
        end if;
        result_v((lane + 1) * accumulator_bits_g - 1 downto lane * accumulator_bits_g) := std_ulogic_vector(sum_v);
      end loop;
      return result_v;
    end function completed;

    --! Random A operands without the least value, which no extended element has.
    impure function operands return std_ulogic_vector is
      variable result_v : std_ulogic_vector(a'range);
    begin
      result_v := stimuli.word(a'length);
      for row in 0 to rows_g - 1 loop
        if unsigned(result_v((row + 1) * a_bits_g - 2 downto row * a_bits_g)) = 0 then
          result_v((row + 1) * a_bits_g - 1) := '0';
        end if;
      end loop;
      return result_v;
    end function operands;

    procedure add_products is
    begin
      for row in 0 to rows_g - 1 loop
        for column in 0 to columns_g - 1 loop
          if first = '1' then
            sums_v(row, column) := 0;
          end if;
          sums_v(row, column) := wrap(sums_v(row, column)
            + to_integer(signed(a((row + 1) * a_bits_g - 1 downto row * a_bits_g)))
            * to_integer(signed(b((column + 1) * b_bits_g - 1 downto column * b_bits_g))));
        end loop;
      end loop;
    end procedure add_products;

  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    for tile in 1 to 40 loop
      steps_v  := stimuli.pick(1, longest_c);
      cycles_v := steps_v + stimuli.pick(0, 2);
      if cycles_v < 6 then
        cycles_v := 6;
      end if;
      for cycle in 0 to cycles_v - 1 loop
        wait until falling_edge(clk);
        if known_v then
          found_v := completed;
          checks.equal("sums", found_v, expected_v);
        end if;
        since_last_v := since_last_v + 1;
        a            <= operands;
        b            <= stimuli.word(b'length);
        enable       <= level(cycle < steps_v);
        first        <= level(cycle = 0 or (cycle >= steps_v and stimuli.chance(0.5)));
        capture      <= level(since_last_v = 5);
        group_v      := stimuli.pick(0, rows_g / lanes_g - 1);
        column_v     := stimuli.pick(0, columns_g - 1);
        read_group   <= to_unsigned(group_v, 16);
        read_column  <= to_unsigned(column_v, 16);
        wait for 1 ns;
        for lane in 0 to lanes_g - 1 loop
          expected_v((lane + 1) * accumulator_bits_g - 1 downto lane * accumulator_bits_g)
            := std_ulogic_vector(to_signed(held_v(group_v * lanes_g + lane, column_v), accumulator_bits_g));
        end loop;
        known_v := true;
        if capture = '1' then
          held_v := complete_v;
        end if;
        if enable = '1' then
          add_products;
        end if;
        if cycle = steps_v - 1 then
          complete_v   := sums_v;
          since_last_v := 0;
        end if;
      end loop;
    end loop;
    checks.conclude(100);
    wait;
  end process play;

end architecture bench;
