--! The activation banks and the input bank, and the reads of the constant bank: T elements a word. One word is read for
--! the array or the output, one for the residual branch and one for the softmax; the compiler keeps those of a cycle in
--! different banks.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.integer_arithmetic.all;
use work.primitives.all;

entity activation_banks is
  generic (
    rows_g           : positive; --! T.
    element_bits_g   : positive; --! AW.
    address_bits_g   : positive; --! AB.
    bank0_depth_g    : positive; --! Words of bank 0.
    bank1_depth_g    : positive; --! Words of bank 1.
    input_depth_g    : positive; --! Words of the input bank.
    bank0_kind_g     : string;   --! Kind of bank 0.
    bank1_kind_g     : string;   --! Kind of bank 1.
    input_kind_g     : string;   --! Kind of the input bank.
    input_residual_g : boolean   --! Residuals are read from the input bank too.
  );
  port (
    clk              : in  std_ulogic;                                              --! Clock.
    source_bank      : in  unsigned(1 downto 0);                                    --! Bank of the source word.
    source_address   : in  unsigned(address_bits_g - 1 downto 0);                   --! Its address.
    source_word      : out std_ulogic_vector(rows_g * element_bits_g - 1 downto 0); --! The word, a cycle later.
    residual         : in  std_ulogic;                                              --! A residual word is read.
    residual_bank    : in  unsigned(1 downto 0);                                    --! Its bank.
    residual_address : in  unsigned(address_bits_g - 1 downto 0);                   --! Its address.
    residual_word    : out std_ulogic_vector(rows_g * element_bits_g - 1 downto 0); --! The word, a cycle later.
    softmax          : in  std_ulogic;                                              --! A word of scores is read.
    softmax_bank     : in  unsigned(1 downto 0);                                    --! From bank 0 or 1.
    softmax_address  : in  unsigned(address_bits_g - 1 downto 0);                   --! Its address.
    softmax_word     : out std_ulogic_vector(rows_g * element_bits_g - 1 downto 0); --! The word, a cycle later.
    write            : in  std_ulogic;                                              --! A word is written.
    write_bank       : in  unsigned(1 downto 0);                                    --! To bank 0 or 1.
    write_address    : in  unsigned(address_bits_g - 1 downto 0);                   --! Where.
    write_data       : in  std_ulogic_vector(rows_g * element_bits_g - 1 downto 0); --! What.
    input_lane       : in  std_ulogic_vector(rows_g - 1 downto 0);                  --! A lane of the input is written.
    input_address    : in  unsigned(bits_to_count(input_depth_g) - 1 downto 0);     --! Where.
    input_element    : in  std_ulogic_vector(element_bits_g - 1 downto 0);          --! What.
    constant_address : out unsigned(address_bits_g - 1 downto 0);                   --! Read of the constant bank.
    constant_word    : in  std_ulogic_vector(rows_g * element_bits_g - 1 downto 0)  --! The word, a cycle later.
  );
end entity activation_banks;

architecture rtl of activation_banks is
  constant word_bits_c : positive := rows_g * element_bits_g;

  subtype address_t is unsigned(address_bits_g - 1 downto 0);
  subtype word_t is std_ulogic_vector(word_bits_c - 1 downto 0);

  signal source_bank_at   : unsigned(1 downto 0) := "00";
  signal residual_bank_at : unsigned(1 downto 0) := "00";
  signal softmax_bank_at  : unsigned(1 downto 0) := "00";
  signal bank0_address    : address_t;
  signal bank1_address    : address_t;
  signal input_read       : address_t;
  signal bank0_write      : std_ulogic;
  signal bank1_write      : std_ulogic;
  signal bank0_word       : word_t;
  signal bank1_word       : word_t;
  signal input_word       : word_t;

begin

  bank0_address    <= residual_address when residual = '1' and residual_bank = bank0_c
                      else softmax_address when softmax = '1' and softmax_bank = bank0_c else source_address;
  bank1_address    <= residual_address when residual = '1' and residual_bank = bank1_c
                      else softmax_address when softmax = '1' and softmax_bank = bank1_c else source_address;
  input_read       <= residual_address when input_residual_g and residual = '1' and residual_bank = input_c
                      else source_address;
  constant_address <= residual_address when residual = '1' and residual_bank = constant_c else source_address;

  bank0_write <= '1' when write = '1' and write_bank = bank0_c else '0';
  bank1_write <= '1' when write = '1' and write_bank = bank1_c else '0';

  bank0 : component ram_1r1w
    generic map (
      width_g        => word_bits_c,
      depth_g        => bank0_depth_g,
      address_bits_g => bits_to_count(bank0_depth_g),
      kind_g         => bank0_kind_g,
      file_g         => "none"
    )
    port map (
      clk           => clk,
      write_enable  => bank0_write,
      write_address => low(write_address, bank0_depth_g),
      write_data    => write_data,
      read_address  => low(bank0_address, bank0_depth_g),
      read_data     => bank0_word
    );

  bank1 : component ram_1r1w
    generic map (
      width_g        => word_bits_c,
      depth_g        => bank1_depth_g,
      address_bits_g => bits_to_count(bank1_depth_g),
      kind_g         => bank1_kind_g,
      file_g         => "none"
    )
    port map (
      clk           => clk,
      write_enable  => bank1_write,
      write_address => low(write_address, bank1_depth_g),
      write_data    => write_data,
      read_address  => low(bank1_address, bank1_depth_g),
      read_data     => bank1_word
    );

  for_each_input_lane : for lane in 0 to rows_g - 1 generate

    input_bank : component ram_1r1w
      generic map (
        width_g        => element_bits_g,
        depth_g        => input_depth_g,
        address_bits_g => bits_to_count(input_depth_g),
        kind_g         => input_kind_g,
        file_g         => "none"
      )
      port map (
        clk           => clk,
        write_enable  => input_lane(lane),
        write_address => std_ulogic_vector(input_address),
        write_data    => input_element,
        read_address  => low(input_read, input_depth_g),
        read_data     => input_word((lane + 1) * element_bits_g - 1 downto lane * element_bits_g)
      );

  end generate for_each_input_lane;

  source_word <= bank0_word when source_bank_at = bank0_c
    else bank1_word when source_bank_at = bank1_c
    else input_word when source_bank_at = input_c
    else constant_word;

  residual_word <= bank0_word when residual_bank_at = bank0_c
    else bank1_word when residual_bank_at = bank1_c
    else input_word when input_residual_g and residual_bank_at = input_c
    else constant_word;

  softmax_word <= bank1_word when softmax_bank_at = bank1_c else bank0_word;

  remember_banks : process (clk) is
  begin
    if rising_edge(clk) then
      source_bank_at   <= source_bank;
      residual_bank_at <= residual_bank;
      softmax_bank_at  <= softmax_bank;
    end if;
  end process remember_banks;

end architecture rtl;
