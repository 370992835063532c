--! The numbers of the UART protocol (docs/uart-protocol.md) and its check.
library ieee;
use ieee.std_logic_1164.all;

package uart_types is

  subtype byte_t is std_ulogic_vector(7 downto 0);
  subtype check_t is std_ulogic_vector(15 downto 0);

  constant sync_c    : byte_t := x"a5";
  constant version_c : byte_t := x"01";

  constant hello_c  : byte_t := x"01";
  constant infer_c  : byte_t := x"02";
  constant load_c   : byte_t := x"03";
  constant answer_c : byte_t := x"80"; --! Added to a request's type.
  constant fault_c  : byte_t := x"ff"; --! Type of an error.

  constant no_error_c       : byte_t := x"00";
  constant check_error_c    : byte_t := x"01";
  constant version_error_c  : byte_t := x"02";
  constant type_error_c     : byte_t := x"03";
  constant length_error_c   : byte_t := x"04";
  constant timeout_error_c  : byte_t := x"05";
  constant line_error_c     : byte_t := x"06";
  constant sequence_error_c : byte_t := x"07";
  constant loading_error_c  : byte_t := x"08";

  constant description_bytes_c : positive := 16; --! n, m, outputs, n m, identity.
  constant hello_bytes_c       : positive := 4 + description_bytes_c;

  constant first_check_c : check_t := x"ffff";

  --! The check after one more byte.
  function next_check(check : check_t; data : byte_t) return check_t;

end package uart_types;

package body uart_types is

  function next_check(check : check_t; data : byte_t) return check_t is
    variable check_v : check_t;
    variable high_v  : std_ulogic;
  begin
    check_v := check;
    for index in 7 downto 0 loop
      high_v  := check_v(15) xor data(index);
      check_v := check_v(14 downto 0) & high_v;
      check_v(5)  := check_v(5) xor high_v;
      check_v(12) := check_v(12) xor high_v;
    end loop;
    return check_v;
  end function next_check;

end package body uart_types;
