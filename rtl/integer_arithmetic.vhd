--! Rounding and saturation, written once for the hardware; src/Bitloom.Ir/IntegerArithmetic.cs says the same in C#.
--! Only forms that GHDL's synthesis translates correctly: slices, widening by copies of the sign bit, + and -.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

package integer_arithmetic is

  --! Widens a two's complement value; a wider one is an error of the index range.
  function sign_extend(value : signed; bits : positive) return signed;

  --! A value from bit low on, zeros around it. Never a slice of a signal after all of it: GHDL's synthesis loses some.
  function zero_extend(value : std_ulogic_vector; bits : positive; low : natural := 0) return std_ulogic_vector;

  --! Widens an element by its sign bit, or by zero when is_unsigned is '1'.
  function extend(value : std_ulogic_vector; is_unsigned : std_ulogic; bits : positive) return signed;

  --! value >> shift for a shift known at elaboration: floor(value / 2**shift).
  function shift_down(value : signed; shift : natural) return signed;

  --! value >> shift for minimum <= shift <= maximum; the result has value'length - minimum bits.
  function shift_down(value : signed; shift : unsigned; minimum : natural; maximum : natural) return signed;

  --! value << shift for minimum <= shift <= maximum; the result has value'length + maximum bits.
  function shift_up(value : signed; shift : unsigned; minimum : natural; maximum : natural) return signed;

  --! Saturates to [minimum, maximum]; the result is as wide as the bounds.
  function clamp(value : signed; minimum : signed; maximum : signed) return signed;

  --! Word index of words of so many bits, word 0 low; what an index beyond them gives is arbitrary. A tree of
  --! multiplexers: of a chain of comparisons Yosys 0.23 makes several times the LUTs.
  function pick(words : std_ulogic_vector; index : unsigned; bits : positive) return std_ulogic_vector;

  --! Number of bits that count 0 .. values - 1; at least 1.
  function bits_to_count(values : positive) return positive;

end package integer_arithmetic;

package body integer_arithmetic is

  function sign_extend(value : signed; bits : positive) return signed is
    variable result_v : signed(bits - 1 downto 0);
  begin
    result_v := (others => value(value'left));
    result_v(value'length - 1 downto 0) := value;
    return result_v;
  end function sign_extend;

  function zero_extend(value : std_ulogic_vector; bits : positive; low : natural := 0) return std_ulogic_vector is
  begin
    return (bits - 1 downto low + value'length => '0') & value & (low downto 1 => '0');
  end function zero_extend;

  function extend(value : std_ulogic_vector; is_unsigned : std_ulogic; bits : positive) return signed is
    variable result_v : signed(bits - 1 downto 0);
  begin
    result_v := (others => value(value'left) and not is_unsigned);
    result_v(value'length - 1 downto 0) := signed(value);
    return result_v;
  end function extend;

  function shift_down(value : signed; shift : natural) return signed is
    constant normal_c : signed(value'length - 1 downto 0) := value;
  begin
    return normal_c(value'length - 1 downto shift);
  end function shift_down;

  function shift_down(value : signed; shift : unsigned; minimum : natural; maximum : natural) return signed is
    constant bits_c   : positive := value'length - minimum;
    variable normal_v : signed(value'length - 1 downto 0);
    variable shifts_v : std_ulogic_vector((maximum - minimum + 1) * bits_c - 1 downto 0);
  begin
    normal_v := value;
    for amount in minimum to maximum loop
      shifts_v((amount - minimum + 1) * bits_c - 1 downto (amount - minimum) * bits_c)
        := std_ulogic_vector(sign_extend(normal_v(value'length - 1 downto amount), bits_c));
    end loop;
    return signed(pick(shifts_v, shift - minimum, bits_c));
  end function shift_down;

  function shift_up(value : signed; shift : unsigned; minimum : natural; maximum : natural) return signed is
    constant bits_c   : positive := value'length + maximum;
    variable shifts_v : std_ulogic_vector((maximum - minimum + 1) * bits_c - 1 downto 0);
  begin
    for amount in minimum to maximum loop
      shifts_v((amount - minimum + 1) * bits_c - 1 downto (amount - minimum) * bits_c)
        := std_ulogic_vector(sign_extend(value & (amount downto 1 => '0'), bits_c));
    end loop;
    return signed(pick(shifts_v, shift - minimum, bits_c));
  end function shift_up;

  function pick(words : std_ulogic_vector; index : unsigned; bits : positive) return std_ulogic_vector is
    variable left_v  : std_ulogic_vector(words'length - 1 downto 0);
    variable count_v : positive;
    variable index_v : unsigned(index'length - 1 downto 0);
  begin
    left_v  := words;
    index_v := index;
    count_v := words'length / bits;
    for level in 0 to index'length - 1 loop
      if count_v > 1 then
        for pair in 0 to (words'length / bits - 1) / 2 loop
          if 2 * pair + 1 < count_v then
            if index_v(level) = '1' then
              left_v((pair + 1) * bits - 1 downto pair * bits)
                := left_v((2 * pair + 2) * bits - 1 downto (2 * pair + 1) * bits);
            else
              left_v((pair + 1) * bits - 1 downto pair * bits)
                := left_v((2 * pair + 1) * bits - 1 downto 2 * pair * bits);
            end if;
          elsif 2 * pair < count_v then
            left_v((pair + 1) * bits - 1 downto pair * bits)
              := left_v((2 * pair + 1) * bits - 1 downto 2 * pair * bits);
          end if;
        end loop;
        count_v := (count_v + 1) / 2;
      end if;
    end loop;
    return left_v(bits - 1 downto 0);
  end function pick;

  --! The larger number, for constants.
  function wider(left, right : positive) return positive is
  begin
    if left > right then
      return left;
    end if;
    return right;
  end function wider;

  function clamp(value : signed; minimum : signed; maximum : signed) return signed is
    constant wide_c : positive := wider(value'length, minimum'length) + 1;
    variable result_v : signed(minimum'length - 1 downto 0);
    variable wide_v : signed(wide_c - 1 downto 0);
  begin
    wide_v := sign_extend(value, wide_c);
    if wide_v < sign_extend(minimum, wide_c) then
      result_v := minimum;
    elsif wide_v > sign_extend(maximum, wide_c) then
      result_v := maximum;
    else
      result_v := wide_v(minimum'length - 1 downto 0);
    end if;
    return result_v;
  end function clamp;

  function bits_to_count(values : positive) return positive is
    variable bits_v : positive := 1;
  begin
    while 2 ** bits_v < values loop
      bits_v := bits_v + 1;
    end loop;
    return bits_v;
  end function bits_to_count;

end package body integer_arithmetic;
