--! What every bench is made of: seeded random stimuli, checks that are counted, and a watchdog.
--! Nothing here comes from the RTL, so that a fault there cannot hide itself.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use ieee.math_real.all;

package bench_types is

  --! A seeded source of stimuli. Everything random in a bench comes from it, so that a run can be repeated.
  type stimuli_t is protected

    --! Starts the sequence of a seed.
    procedure start(seed : positive);

    --! An integer of [low, high].
    impure function pick(low : integer; high : integer) return integer;

    --! True in the given share of the calls.
    impure function chance(share : real) return boolean;

    --! A word: mostly random bits, often one of the words at the edges of the unsigned and signed ranges.
    impure function word(bits : positive) return std_ulogic_vector;

  end protected stimuli_t;

  --! Counts the checks and stops the simulation with severity failure at the first that fails.
  type checks_t is protected

    --! Makes check number 3 expect something else: a bench that still passes then checks nothing.
    procedure corrupt(enable : boolean);

    --! What was found must be what was expected, bit by bit; '-' is expected where any value will do.
    procedure equal(what : string; found : std_ulogic_vector; expected : std_ulogic_vector);
    procedure equal(what : string; found : std_ulogic; expected : std_ulogic);
    procedure equal(what : string; found : integer; expected : integer);
    procedure equal(what : string; found : real; expected : real);

    --! Ends the simulation; it is a failure to have checked less than the given number of values.
    procedure conclude(at_least : positive);

  end protected checks_t;

  --! A boolean as a logic level.
  function level(condition : boolean) return std_ulogic;

  --! The words of a file of hexadecimal lines, word i in bits (i + 1) * width - 1 downto i * width; zeros beyond its end
  --! and without a file ("none").
  impure function contents(file_name : string; width : positive; words : positive) return std_ulogic_vector;

  --! The integer value of a word: exact up to 53 significant bits.
  function value_of(word : signed) return real;
  function value_of(word : unsigned) return real;

  --! floor(value / 2**shift).
  function floor_shift(value : integer; shift : natural) return integer;

  --! Fails when the bench still runs after the given time.
  procedure watchdog(limit : time);

end package bench_types;

library std;
use std.textio.all;
use std.env.all;

package body bench_types is

  type stimuli_t is protected body

    variable seed1 : positive := 1;
    variable seed2 : positive := 7919;

    impure function draw return real is
      variable result_v : real;
    begin
      uniform(seed1, seed2, result_v);
      return result_v;
    end function draw;

    procedure start(seed : positive) is
      variable skipped_v : real;
    begin
      seed1 := seed;
      seed2 := 7919;
      -- The first values of neighboring seeds are alike.
      for index in 1 to 8 loop
        skipped_v := draw;
      end loop;
    end procedure start;

    impure function pick(low : integer; high : integer) return integer is
    begin
      return low + integer(floor(draw * (real(high) - real(low) + 1.0)));
    end function pick;

    impure function chance(share : real) return boolean is
    begin
      return draw < share;
    end function chance;

    impure function word(bits : positive) return std_ulogic_vector is
      variable result_v : std_ulogic_vector(bits - 1 downto 0) := (others => '0');
      variable kind_v   : natural                              := pick(0, 19);
    begin
      case kind_v is
        when 0 =>
          null;
        when 1 =>
          result_v := (others => '1');
        when 2 =>
          result_v(bits - 1) := '1';
        when 3 =>
          result_v           := (others => '1');
          result_v(bits - 1) := '0';
        when others =>
          for index in result_v'range loop
            result_v(index) := level(chance(0.5));
          end loop;
      end case;
      return result_v;
    end function word;

  end protected body stimuli_t;

  type checks_t is protected body

    variable count          : natural := 0;
    variable corrupt_number : natural := 0;

    procedure corrupt(enable : boolean) is
    begin
      corrupt_number := 3 when enable else 0;
    end procedure corrupt;

    impure function counts_as_corrupted return boolean is
    begin
      count := count + 1;
      return count = corrupt_number;
    end function counts_as_corrupted;

    procedure judge(what : string; fits : boolean; found : string; expected : string) is
    begin
      assert fits
        report "mismatch in check " & integer'image(count) & ": " & what & " is " & found & ", expected " & expected
        severity failure;
    end procedure judge;

    procedure equal(what : string; found : std_ulogic_vector; expected : std_ulogic_vector) is
      alias    found_a    : std_ulogic_vector(found'length - 1 downto 0) is found;
      variable expected_v : std_ulogic_vector(found'length - 1 downto 0);
      variable fits_v     : boolean := true;
    begin
      assert found'length = expected'length
        report what & ": " & integer'image(found'length) & " bits compared with " & integer'image(expected'length)
        severity failure;
      expected_v := expected;
      if counts_as_corrupted then
        expected_v(0) := not expected_v(0);
      end if;
      for index in found_a'range loop
        fits_v := fits_v and (expected_v(index) = '-' or expected_v(index) = found_a(index));
      end loop;
      judge(what, fits_v, to_string(found), to_string(expected_v));
    end procedure equal;

    procedure equal(what : string; found : std_ulogic; expected : std_ulogic) is
    begin
      equal(what, (0 => found), (0 => expected));
    end procedure equal;

    procedure equal(what : string; found : integer; expected : integer) is
      variable expected_v : integer := expected;
    begin
      if counts_as_corrupted then
        expected_v := expected_v + 1;
      end if;
      judge(what, found = expected_v, integer'image(found), integer'image(expected_v));
    end procedure equal;

    procedure equal(what : string; found : real; expected : real) is
      variable expected_v : real := expected;
    begin
      if counts_as_corrupted then
        expected_v := expected_v + 1.0;
      end if;
      judge(what, found = expected_v, to_string(found, "%.0f"), to_string(expected_v, "%.0f"));
    end procedure equal;

    procedure conclude(at_least : positive) is
      variable message_v : line;
    begin
      assert count >= at_least
        report "only " & integer'image(count) & " checks, expected at least " & integer'image(at_least)
        severity failure;
      write(message_v, string'("checked ") & integer'image(count));
      writeline(output, message_v);
      finish;
    end procedure conclude;

  end protected body checks_t;

  function level(condition : boolean) return std_ulogic is
  begin
    if condition then
      return '1';
    end if;
    return '0';
  end function level;

  impure function contents(file_name : string; width : positive; words : positive) return std_ulogic_vector is
    file     lines_f  : text;
    variable line_v   : line;
    variable digits_v : std_ulogic_vector(4 * ((width + 3) / 4) - 1 downto 0);
    variable digit_v  : natural;
    variable words_v  : std_ulogic_vector(words * width - 1 downto 0) := (others => '0');
    variable index_v  : natural                                       := 0;
  begin
    if file_name = "none" then
      return words_v;
    end if;
    file_open(lines_f, file_name, read_mode);
    while not endfile(lines_f) loop
      readline(lines_f, line_v);
      digits_v := (others => '0');
      for place in line_v'range loop
        if line_v(place) <= '9' then
          digit_v := character'pos(line_v(place)) - character'pos('0');
        else
          digit_v := character'pos(line_v(place)) - character'pos('a') + 10;
        end if;
        digits_v := digits_v(digits_v'left - 4 downto 0) & std_ulogic_vector(to_unsigned(digit_v, 4));
      end loop;
      words_v((index_v + 1) * width - 1 downto index_v * width) := digits_v(width - 1 downto 0);

      index_v := index_v + 1;
    end loop;
    file_close(lines_f);
    return words_v;
  end function contents;

  function value_of(word : unsigned) return real is
    variable result_v : real := 0.0;
  begin
    for index in word'range loop
      result_v := 2.0 * result_v + real(to_integer(unsigned'(0 => word(index))));
    end loop;
    return result_v;
  end function value_of;

  function value_of(word : signed) return real is
    alias word_a : signed(word'length - 1 downto 0) is word;
  begin
    if word_a(word_a'left) = '1' then
      return value_of(unsigned(word_a)) - 2.0 ** word_a'length;
    end if;
    return value_of(unsigned(word_a));
  end function value_of;

  function floor_shift(value : integer; shift : natural) return integer is
  begin
    return (value - value mod 2 ** shift) / 2 ** shift;
  end function floor_shift;

  procedure watchdog(limit : time) is
  begin
    wait for limit;
    report "watchdog: the bench still runs after " & time'image(limit)
      severity failure;
    wait;
  end procedure watchdog;

end package body bench_types;
