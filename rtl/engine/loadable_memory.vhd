--! A memory of the model: read only, or written by the load port. The latter is built of slices of 36 bits, each with
--! its own contents (FILE.0, FILE.1 ... FILE.z): wider block memories that are written are not mapped correctly.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.primitives.all;

entity loadable_memory is
  generic (
    loadable_g     : boolean;  --! It is written.
    width_g        : positive; --! Bits of a word.
    depth_g        : positive; --! Words.
    address_bits_g : positive; --! Width of the addresses.
    kind_g         : string;   --! "block", "distributed" or "auto".
    file_g         : string    --! Contents.
  );
  port (
    clk           : in  std_ulogic;                                     --! Clock.
    write_enable  : in  std_ulogic;                                     --! The word is written.
    write_address : in  std_ulogic_vector(address_bits_g - 1 downto 0); --! Where.
    write_data    : in  std_ulogic_vector(width_g - 1 downto 0);        --! What.
    read_address  : in  std_ulogic_vector(address_bits_g - 1 downto 0); --! Address.
    read_data     : out std_ulogic_vector(width_g - 1 downto 0)         --! The word, one cycle later.
  );
end entity loadable_memory;

architecture rtl of loadable_memory is
  constant slice_bits_c : positive := 36;
  constant slices_c     : positive := (width_g + slice_bits_c - 1) / slice_bits_c;

  constant digits_c : string(1 to 36) := "0123456789abcdefghijklmnopqrstuvwxyz";

  --! Bits of a slice.
  function slice_width(slice : natural) return positive is
  begin
    if slice = slices_c - 1 then
      return width_g - slice * slice_bits_c;
    end if;
    return slice_bits_c;
  end function slice_width;

begin

  fixed_contents : if not loadable_g generate

    words : component rom_1r
      generic map (
        width_g        => width_g,
        depth_g        => depth_g,
        address_bits_g => address_bits_g,
        kind_g         => kind_g,
        file_g         => file_g
      )
      port map (
        clk          => clk,
        read_address => read_address,
        read_data    => read_data
      );

  end generate fixed_contents;

  loaded_contents : if loadable_g generate

    for_each_slice : for slice in 0 to slices_c - 1 generate
      constant low_c  : natural := slice * slice_bits_c;
      constant high_c : natural := low_c + slice_width(slice) - 1;
    begin

      words : component ram_1r1w
        generic map (
          width_g        => slice_width(slice),
          depth_g        => depth_g,
          address_bits_g => address_bits_g,
          kind_g         => kind_g,
          file_g         => file_g & "." & digits_c(slice + 1)
        )
        port map (
          clk           => clk,
          write_enable  => write_enable,
          write_address => write_address,
          write_data    => write_data(high_c downto low_c),
          read_address  => read_address,
          read_data     => read_data(high_c downto low_c)
        );

    end generate for_each_slice;

  end generate loaded_contents;

end architecture rtl;
