--! The weights, G elements a word, stored at their own width. An element's bits lie in planes: the low bits of all
--! elements, then the next bits of all, and so on. Each plane is as deep as there are words that need it, the wide
--! weights being the first; beyond its depth, and up to the B operand's width, the sign takes a plane's place.
--! The operands come two cycles after the address: what lies between a block RAM and them is behind a register.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;

entity weight_memory is
  generic (
    loadable_g     : boolean;    --! It is written.
    columns_g      : positive;   --! G.
    operand_bits_g : positive;   --! BW, at least the bits of all planes.
    address_bits_g : positive;   --! Width of the addresses.
    planes_g       : naturals_t; --! Two numbers a plane, from the low bits up: bits of an element, words.
    parts_g        : naturals_t; --! Of loadable_memory.
    file_g         : string      --! Contents.
  );
  port (
    clk           : in  std_ulogic;                                                      --! Clock.
    write_enable  : in  std_ulogic;                                                      --! The word is written.
    write_address : in  std_ulogic_vector(address_bits_g - 1 downto 0);                  --! Where.
    write_data    : in  std_ulogic_vector(columns_g * plane_bits(planes_g) - 1 downto 0); --! Its planes.
    read_address  : in  std_ulogic_vector(address_bits_g - 1 downto 0);                  --! Address.
    read_data     : out std_ulogic_vector(columns_g * operand_bits_g - 1 downto 0)       --! G operands, 2 cycles later.
  );
end entity weight_memory;

architecture rtl of weight_memory is
  constant planes_c : positive := planes_g'length / 2;
  constant bits_c   : positive := plane_bits(planes_g);

  --! Bits of an element in a plane.
  function size(plane : natural) return positive is
  begin
    return planes_g(planes_g'low + 2 * plane);
  end function size;

  --! Words of a plane.
  function depth(plane : natural) return positive is
  begin
    return planes_g(planes_g'low + 2 * plane + 1);
  end function depth;

  --! The element's low bit in a plane.
  function low(plane : natural) return natural is
    variable bits_v : natural := 0;
  begin
    for earlier in 0 to planes_c - 1 loop
      if earlier < plane then
        bits_v := bits_v + size(earlier);
      end if;
    end loop;
    return bits_v;
  end function low;

  signal words     : std_ulogic_vector(columns_g * bits_c - 1 downto 0);
  signal within    : std_ulogic_vector(0 to planes_c - 1) := (others => '0');
  signal within_at : std_ulogic_vector(0 to planes_c - 1) := (others => '0');
begin

  planes : entity work.loadable_memory
    generic map (
      loadable_g     => loadable_g,
      registered_g   => true,
      width_g        => columns_g * bits_c,
      address_bits_g => address_bits_g,
      parts_g        => parts_g,
      file_g         => file_g
    )
    port map (
      clk           => clk,
      write_enable  => write_enable,
      write_address => write_address,
      write_data    => write_data,
      read_address  => read_address,
      read_data     => words
    );

  remember_planes : process (clk) is
  begin
    if rising_edge(clk) then
      within_at <= within;
      within    <= (others => '1');
      for plane in 1 to planes_c - 1 loop
        if unsigned(read_address) >= depth(plane) then
          within(plane) <= '0';
        end if;
      end loop;
    end if;
  end process remember_planes;

  extend_elements : process (all) is
    variable element_v : std_ulogic_vector(operand_bits_g - 1 downto 0);
    variable sign_v    : std_ulogic;
  begin
    for column in 0 to columns_g - 1 loop
      -- Without a value to begin with, GHDL's synthesis feeds the last element back: a loop, though only an apparent one.
      element_v := (others => '0');
      sign_v    := '0';
      for plane in 0 to planes_c - 1 loop
        for index in 0 to size(plane) - 1 loop
          element_v(low(plane) + index) := sign_v;
          if plane = 0 or within_at(plane) = '1' then
            element_v(low(plane) + index) := words(columns_g * low(plane) + column * size(plane) + index);
          end if;
        end loop;
        sign_v := element_v(low(plane) + size(plane) - 1);
      end loop;
      for index in bits_c to operand_bits_g - 1 loop
        element_v(index) := sign_v;
      end loop;
      read_data((column + 1) * operand_bits_g - 1 downto column * operand_bits_g) <= element_v;
    end loop;
  end process extend_elements;

end architecture rtl;
