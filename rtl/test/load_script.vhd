--! What the accelerator's bench plays: phases, each of at most one load and some windows of one size. A file has a line
--! for each byte of a load, the last one with a point, and then `= WINDOWS INPUTS OUTPUTS`.
library std;
use std.textio.all;

package load_script is

  --! Windows before the next phase, and the elements of their inputs and outputs.
  type phase_t is record
    windows : natural;
    inputs  : positive;
    outputs : positive;
  end record phase_t;

  type phases_t is array (natural range <>) of phase_t;

  --! The phases of a file; without one ("none") a single phase of as many windows as there are.
  impure function read_phases(file_name : string; inputs : positive; outputs : positive) return phases_t;

  --! Goes on to the phase of the next window, after the given number of windows of a phase.
  procedure next_window(phases : phases_t; phase : inout natural; windows : inout natural);

end package load_script;

package body load_script is

  impure function read_phases(file_name : string; inputs : positive; outputs : positive) return phases_t is
    constant most_c   : positive := 32;
    file     script_f : text;
    variable line_v   : line;
    variable phases_v : phases_t(0 to most_c - 1);
    variable count_v  : natural := 0;
    variable sign_v   : character;
  begin
    if file_name = "none" then
      return (0 to 0 => (natural'high, inputs, outputs));
    end if;
    file_open(script_f, file_name, read_mode);
    while not endfile(script_f) loop
      readline(script_f, line_v);
      if line_v(line_v'low) = '=' then
        read(line_v, sign_v);
        read(line_v, phases_v(count_v).windows);
        read(line_v, phases_v(count_v).inputs);
        read(line_v, phases_v(count_v).outputs);
        count_v := count_v + 1;
      end if;
    end loop;
    file_close(script_f);
    return phases_v(0 to count_v - 1);
  end function read_phases;

  procedure next_window(phases : phases_t; phase : inout natural; windows : inout natural) is
  begin
    while phase < phases'high and windows = phases(phase).windows loop
      phase   := phase + 1;
      windows := 0;
    end loop;
  end procedure next_window;

end package body load_script;
