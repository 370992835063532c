--! Reads memory contents for the VHDL views of the memories: one hexadecimal word a line, address 0 first.
library ieee;
use ieee.std_logic_1164.all;

package memory_contents is

  --! The words of a file, the word of address i in bits (i + 1) * width - 1 downto i * width; zeros without a file
  --! ("none") and beyond its end.
  impure function read_words(file_name : string; width : positive; depth : positive) return std_ulogic_vector;

end package memory_contents;

library std;
use std.textio.all;

package body memory_contents is

  impure function read_words(file_name : string; width : positive; depth : positive) return std_ulogic_vector is
    constant digits_c : positive := (width + 3) / 4;
    file words        : text;
    variable line_v   : line;
    variable word_v   : std_ulogic_vector(4 * digits_c - 1 downto 0);
    variable result_v : std_ulogic_vector(depth * width - 1 downto 0) := (others => '0');
    variable status_v : file_open_status;
  begin
    if file_name = "none" then
      return result_v;
    end if;
    file_open(status_v, words, file_name, read_mode);
    assert status_v = open_ok
      report "memory contents: cannot open " & file_name
      severity failure;
    for address in 0 to depth - 1 loop
      exit when endfile(words);
      readline(words, line_v);
      hread(line_v, word_v);
      result_v((address + 1) * width - 1 downto address * width) := word_v(width - 1 downto 0);
    end loop;
    file_close(words);
    return result_v;
  end function read_words;

end package body memory_contents;
