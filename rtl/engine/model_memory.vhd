--! The memories that make the engine one model's: program, weights, epilogue constants, exponential tables, the
--! constant bank and the tables of functions. The load port numbers them in this order; without one they are read only.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.integer_arithmetic.all;
use work.primitives.all;

entity model_memory is
  generic (
    loadable_g          : boolean;    --! They are written by the load port.
    load_bits_g         : positive;   --! Bits of loaded data.
    load_address_bits_g : positive;   --! Bits of an address of it.
    lanes_g             : positive;   --! R, drain lanes: copies of the exponential tables.
    program_bits_g      : positive;   --! Bits of an instruction.
    columns_g           : positive;   --! G.
    weight_bits_g       : positive;   --! BW, bits of a B operand.
    epilogue_bits_g     : positive;   --! Bits of an epilogue word.
    exponential_bits_g  : positive;   --! EB.
    constant_bits_g     : positive;   --! Bits of a word of the constant bank.
    element_bits_g      : positive;   --! AW.
    program_depth_g     : positive;   --! Instructions.
    weight_depth_g      : positive;   --! Words of the weight memory.
    epilogue_depth_g    : positive;   --! Words of the epilogue memory.
    exponential_depth_g : positive;   --! Words of the exponential tables.
    constant_depth_g    : positive;   --! Words of the constant bank.
    function_depth_g    : positive;   --! Words of the functions' tables; none where two words.
    weight_planes_g     : naturals_t; --! Planes of weight_memory.
    program_parts_g     : naturals_t; --! Parts of loadable_memory: of the program.
    weight_parts_g      : naturals_t; --! Of the weight memory.
    epilogue_parts_g    : naturals_t; --! Of the epilogue memory.
    exponential_parts_g : naturals_t; --! Of the exponential tables.
    constant_parts_g    : naturals_t; --! Of the constant bank.
    function_parts_g    : naturals_t; --! Of the tables of functions.
    program_file_g      : string;     --! The program.
    weight_file_g       : string;     --! Contents of the weight memory.
    epilogue_file_g     : string;     --! Contents of the epilogue memory.
    exponential_file_g  : string;     --! Contents of the exponential tables.
    constant_file_g     : string;     --! Contents of the constant bank.
    function_file_g     : string      --! Contents of the functions' tables.
  );
  port (
    clk              : in  std_ulogic;                                                     --! Clock.
    load_write       : in  std_ulogic_vector(0 to 5);                                      --! A word is written.
    load_address     : in  unsigned(load_address_bits_g - 1 downto 0);                     --! Where.
    load_data        : in  std_ulogic_vector(load_bits_g - 1 downto 0);                    --! What, high bytes.
    program_address  : in  std_ulogic_vector(bits_to_count(program_depth_g) - 1 downto 0); --! Of an instruction.
    program_word     : out std_ulogic_vector(program_bits_g - 1 downto 0);                 --! It, a cycle later.
    weight_address   : in  std_ulogic_vector(bits_to_count(weight_depth_g) - 1 downto 0);  --! Of a weight word.
    weight_word      : out std_ulogic_vector(columns_g * weight_bits_g - 1 downto 0);      --! G weights, 2 cycles later.
    epilogue_address : in  std_ulogic_vector(bits_to_count(epilogue_depth_g) - 1 downto 0); --! Of a channel.
    epilogue_word    : out std_ulogic_vector(epilogue_bits_g - 1 downto 0);                --! Its constants.
    constant_address : in  std_ulogic_vector(bits_to_count(constant_depth_g) - 1 downto 0); --! In the constant bank.
    constant_word    : out std_ulogic_vector(constant_bits_g - 1 downto 0);                --! T elements.
    table_address    : in  std_ulogic_vector(
      lanes_g * bits_to_count(exponential_depth_g) - 1 downto 0); --! Of R exponentials.
    exponentials     : out std_ulogic_vector(lanes_g * exponential_bits_g - 1 downto 0);   --! They, a cycle later.
    function_address : in  std_ulogic_vector(
      lanes_g * bits_to_count(function_depth_g) - 1 downto 0); --! Of R words of the functions' tables.
    function_values  : out std_ulogic_vector(lanes_g * element_bits_g - 1 downto 0)        --! They, a cycle later.
  );
end entity model_memory;

architecture rtl of model_memory is
  constant table_bits_c    : positive := bits_to_count(exponential_depth_g);
  constant function_bits_c : positive := bits_to_count(function_depth_g);

begin

  instructions : entity work.loadable_memory
    generic map (
      loadable_g     => loadable_g,
      registered_g   => false,
      width_g        => program_bits_g,
      address_bits_g => bits_to_count(program_depth_g),
      parts_g        => program_parts_g,
      file_g         => program_file_g
    )
    port map (
      clk           => clk,
      write_enable  => load_write(0),
      write_address => low(load_address, program_depth_g),
      write_data    => loaded(load_data, program_bits_g),
      read_address  => program_address,
      read_data     => program_word
    );

  weights : entity work.weight_memory
    generic map (
      loadable_g     => loadable_g,
      columns_g      => columns_g,
      operand_bits_g => weight_bits_g,
      address_bits_g => bits_to_count(weight_depth_g),
      planes_g       => weight_planes_g,
      parts_g        => weight_parts_g,
      file_g         => weight_file_g
    )
    port map (
      clk           => clk,
      write_enable  => load_write(1),
      write_address => low(load_address, weight_depth_g),
      write_data    => loaded(load_data, columns_g * plane_bits(weight_planes_g)),
      read_address  => weight_address,
      read_data     => weight_word
    );

  epilogue_constants : entity work.loadable_memory
    generic map (
      loadable_g     => loadable_g,
      registered_g   => false,
      width_g        => epilogue_bits_g,
      address_bits_g => bits_to_count(epilogue_depth_g),
      parts_g        => epilogue_parts_g,
      file_g         => epilogue_file_g
    )
    port map (
      clk           => clk,
      write_enable  => load_write(2),
      write_address => low(load_address, epilogue_depth_g),
      write_data    => loaded(load_data, epilogue_bits_g),
      read_address  => epilogue_address,
      read_data     => epilogue_word
    );

  constant_bank : entity work.loadable_memory
    generic map (
      loadable_g     => loadable_g,
      registered_g   => false,
      width_g        => constant_bits_g,
      address_bits_g => bits_to_count(constant_depth_g),
      parts_g        => constant_parts_g,
      file_g         => constant_file_g
    )
    port map (
      clk           => clk,
      write_enable  => load_write(4),
      write_address => low(load_address, constant_depth_g),
      write_data    => loaded(load_data, constant_bits_g),
      read_address  => constant_address,
      read_data     => constant_word
    );

  for_each_lane : for lane in 0 to lanes_g - 1 generate

    exponential_table : entity work.loadable_memory
      generic map (
        loadable_g     => loadable_g,
        registered_g   => false,
        width_g        => exponential_bits_g,
        address_bits_g => bits_to_count(exponential_depth_g),
        parts_g        => exponential_parts_g,
        file_g         => exponential_file_g
      )
      port map (
        clk           => clk,
        write_enable  => load_write(3),
        write_address => low(load_address, exponential_depth_g),
        write_data    => loaded(load_data, exponential_bits_g),
        read_address  => table_address((lane + 1) * table_bits_c - 1 downto lane * table_bits_c),
        read_data     => exponentials((lane + 1) * exponential_bits_g - 1 downto lane * exponential_bits_g)
      );

    with_functions : if function_depth_g > 2 generate

      function_table : entity work.loadable_memory
        generic map (
          loadable_g     => loadable_g,
          registered_g   => false,
          width_g        => element_bits_g,
          address_bits_g => function_bits_c,
          parts_g        => function_parts_g,
          file_g         => function_file_g
        )
        port map (
          clk           => clk,
          write_enable  => load_write(5),
          write_address => low(load_address, function_depth_g),
          write_data    => loaded(load_data, element_bits_g),
          read_address  => function_address((lane + 1) * function_bits_c - 1 downto lane * function_bits_c),
          read_data     => function_values((lane + 1) * element_bits_g - 1 downto lane * element_bits_g)
        );

    end generate with_functions;

    without_functions : if function_depth_g <= 2 generate
      function_values((lane + 1) * element_bits_g - 1 downto lane * element_bits_g) <= (others => '0');
    end generate without_functions;

  end generate for_each_lane;

end architecture rtl;
