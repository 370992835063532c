--! The primitives that exist in two views, as components: bound to their VHDL view in GHDL, black boxes in synthesis.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.integer_arithmetic.all;

package primitives is

  component multiply is
    generic (
      a_bits_g : positive;
      b_bits_g : positive;
      kind_g   : string
    );
    port (
      clk : in  std_ulogic;
      a   : in  signed(a_bits_g - 1 downto 0);
      b   : in  signed(b_bits_g - 1 downto 0);
      p   : out signed(a_bits_g + b_bits_g - 1 downto 0)
    );
  end component multiply;

  component multiply_accumulate is
    generic (
      a_bits_g : positive;
      b_bits_g : positive;
      p_bits_g : positive;
      kind_g   : string
    );
    port (
      clk    : in  std_ulogic;
      a      : in  signed(a_bits_g - 1 downto 0);
      b      : in  signed(b_bits_g - 1 downto 0);
      first  : in  std_ulogic;
      enable : in  std_ulogic;
      p      : out signed(p_bits_g - 1 downto 0)
    );
  end component multiply_accumulate;

  component multiply_accumulate_pair is
    generic (
      a_bits_g : positive;
      b_bits_g : positive;
      shift_g  : positive;
      p_bits_g : positive;
      kind_g   : string
    );
    port (
      clk    : in  std_ulogic;
      a      : in  signed(a_bits_g - 1 downto 0);
      b      : in  signed(shift_g + b_bits_g downto 0);
      first  : in  std_ulogic;
      enable : in  std_ulogic;
      p      : out std_ulogic_vector(2 * p_bits_g downto 0)
    );
  end component multiply_accumulate_pair;

  component rom_1r is
    generic (
      width_g        : positive;
      depth_g        : positive;
      address_bits_g : positive;
      kind_g         : string;
      file_g         : string
    );
    port (
      clk          : in  std_ulogic;
      read_address : in  std_ulogic_vector(address_bits_g - 1 downto 0);
      read_data    : out std_ulogic_vector(width_g - 1 downto 0)
    );
  end component rom_1r;

  component ram_1r1w is
    generic (
      width_g        : positive;
      depth_g        : positive;
      address_bits_g : positive;
      kind_g         : string;
      file_g         : string
    );
    port (
      clk           : in  std_ulogic;
      write_enable  : in  std_ulogic;
      write_address : in  std_ulogic_vector(address_bits_g - 1 downto 0);
      write_data    : in  std_ulogic_vector(width_g - 1 downto 0);
      read_address  : in  std_ulogic_vector(address_bits_g - 1 downto 0);
      read_data     : out std_ulogic_vector(width_g - 1 downto 0)
    );
  end component ram_1r1w;

  --! The low bits of an address, as a memory of that depth wants them.
  function low(address : unsigned; depth : positive) return std_ulogic_vector;

end package primitives;

package body primitives is

  function low(address : unsigned; depth : positive) return std_ulogic_vector is
  begin
    return std_ulogic_vector(address(bits_to_count(depth) - 1 downto 0));
  end function low;

end package body primitives;
