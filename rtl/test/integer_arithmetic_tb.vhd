--! Every function of the package for every value of the widths, against the same function of integers.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.integer_arithmetic.all;
use work.bench_types.all;

entity integer_arithmetic_tb is
  generic (
    bits_g    : positive := 6;    --! Width of the values.
    corrupt_g : boolean  := false --! One check expects a wrong value.
  );
end entity integer_arithmetic_tb;

architecture bench of integer_arithmetic_tb is
  constant lowest_c  : integer := -2 ** (bits_g - 1);
  constant highest_c : integer := 2 ** (bits_g - 1) - 1;

  shared variable checks : checks_t;

  procedure check(what : string; found : signed; bits : positive; expected : integer) is
  begin
    checks.equal(what & " length", found'length, bits);
    checks.equal(what, to_integer(found), expected);
  end procedure check;

  procedure check_widening is
    variable word_v : std_ulogic_vector(bits_g - 1 downto 0);
  begin
    for value in lowest_c to highest_c loop
      for wider in bits_g to bits_g + 3 loop
        word_v := std_ulogic_vector(to_signed(value, bits_g));
        check("sign_extend", sign_extend(signed(word_v), wider), wider, value);
        check("extend signed", extend(word_v, '0', wider), wider, value);
      end loop;
    end loop;
    for value in 0 to 2 ** bits_g - 1 loop
      word_v := std_ulogic_vector(to_unsigned(value, bits_g));
      check("extend unsigned", extend(word_v, '1', bits_g + 1), bits_g + 1, value);
    end loop;
  end procedure check_widening;

  procedure check_shift_down is
    variable word_v : signed(bits_g - 1 downto 0);
  begin
    for value in lowest_c to highest_c loop
      word_v := to_signed(value, bits_g);
      for amount in 0 to bits_g - 1 loop
        check("shift_down by a constant", shift_down(word_v, amount), bits_g - amount, floor_shift(value, amount));
        for minimum in 0 to amount loop
          for maximum in amount to bits_g - 1 loop
            check(
              "shift_down", shift_down(word_v, to_unsigned(amount, 6), minimum, maximum),
              bits_g - minimum, floor_shift(value, amount));
          end loop;
        end loop;
      end loop;
    end loop;
  end procedure check_shift_down;

  procedure check_shift_up is
    variable word_v : signed(bits_g - 1 downto 0);
  begin
    for value in lowest_c to highest_c loop
      word_v := to_signed(value, bits_g);
      for maximum in 0 to 5 loop
        for minimum in 0 to maximum loop
          for amount in minimum to maximum loop
            check(
              "shift_up", shift_up(word_v, to_unsigned(amount, 6), minimum, maximum),
              bits_g + maximum, value * 2 ** amount);
          end loop;
        end loop;
      end loop;
    end loop;
  end procedure check_shift_up;

  --! The bounds are narrower than, as wide as and wider than the value.
  procedure check_clamp is
    variable expected_v : integer;
  begin
    for bound_bits in 2 to bits_g + 1 loop
      for value in lowest_c to highest_c loop
        for minimum in -2 ** (bound_bits - 1) to 2 ** (bound_bits - 1) - 1 loop
          for maximum in minimum to 2 ** (bound_bits - 1) - 1 loop
            expected_v := value;
            if value < minimum then
              expected_v := minimum;
            end if;
            if value > maximum then
              expected_v := maximum;
            end if;
            check(
              "clamp",
              clamp(to_signed(value, bits_g), to_signed(minimum, bound_bits), to_signed(maximum, bound_bits)),
              bound_bits, expected_v);
          end loop;
        end loop;
      end loop;
    end loop;
  end procedure check_clamp;

  procedure check_bits_to_count is
  begin
    checks.equal("bits_to_count(1)", bits_to_count(1), 1);
    for values in 2 to 600 loop
      checks.equal("enough bits", level(2 ** bits_to_count(values) >= values), '1');
      checks.equal("not one too many", level(2 ** (bits_to_count(values) - 1) < values), '1');
    end loop;
  end procedure check_bits_to_count;

begin

  watchdog(1 ms);

  play : process is
  begin
    checks.corrupt(corrupt_g);
    check_widening;
    check_shift_down;
    check_shift_up;
    check_clamp;
    check_bits_to_count;
    checks.conclude(1000);
    wait;
  end process play;

end architecture bench;
