--! Takes loads from a stream of bytes and writes the model's memories and settings (docs/engine.md, Load port).
--! A load begins only between two inferences, and no window begins before its last byte.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.integer_arithmetic.all;

entity loader is
  generic (
    widths_g       : naturals_t; --! Bits of a word of each memory, memory 0 first.
    depths_g       : naturals_t; --! Words of each memory.
    data_bits_g    : positive;   --! load_bits(widths_g, count_bits_g).
    address_bits_g : positive;   --! Counts the words of the deepest memory, and those of the settings.
    count_bits_g   : positive;   --! CB.
    window_g       : positive;   --! n until it is loaded.
    features_g     : positive    --! m until it is loaded.
  );
  port (
    clk           : in  std_ulogic;                                  --! Clock.
    rst           : in  std_ulogic;                                  --! Reset, high; what has been loaded stays.
    enable        : in  std_ulogic;                                  --! The engine waits for a window.
    collecting    : in  std_ulogic;                                  --! A window has begun, or begins in this cycle.
    load_valid    : in  std_ulogic;                                  --! A byte is offered.
    load_ready    : out std_ulogic;                                  --! It is taken.
    load_data     : in  std_ulogic_vector(7 downto 0);               --! The byte.
    load_last     : in  std_ulogic;                                  --! It ends the load.
    pause         : out std_ulogic;                                  --! No window may begin.
    write         : out std_ulogic_vector(0 to widths_g'length - 1); --! A word of the memory is written.
    write_address : out unsigned(address_bits_g - 1 downto 0);       --! Where.
    write_data    : out std_ulogic_vector(data_bits_g - 1 downto 0); --! What, in the high bytes.
    last_token    : out unsigned(count_bits_g - 1 downto 0);         --! n - 1.
    last_feature  : out unsigned(count_bits_g - 1 downto 0)          --! m - 1.
  );
end entity loader;

architecture rtl of loader is
  constant settings_c  : natural  := widths_g'length; --! Number of the settings.
  constant byte_bits_c : positive := bits_to_count(data_bits_g / 8) + 1;

  subtype address_t is unsigned(address_bits_g - 1 downto 0);
  subtype setting_t is unsigned(count_bits_g - 1 downto 0);
  subtype bytes_t is unsigned(byte_bits_c - 1 downto 0);

  type state_t is (naming, counting, filling);

  signal state      : state_t                                    := naming;
  signal pausing    : std_ulogic                                 := '0';
  signal ending     : std_ulogic                                 := '0'; --! A cycle for the last word.
  signal complete   : std_ulogic                                 := '0'; --! The word is complete.
  signal beyond     : std_ulogic                                 := '0'; --! The memory is full.
  signal memory     : unsigned(2 downto 0)                       := (others => '0');
  signal address    : address_t                                  := (others => '0');
  signal word       : std_ulogic_vector(data_bits_g - 1 downto 0) := (others => '0');
  signal bytes_left : bytes_t                                    := (others => '0');
  signal words_left : unsigned(15 downto 0)                      := (others => '0');
  signal token      : setting_t                                  := to_unsigned(window_g - 1, count_bits_g);
  signal feature    : setting_t                                  := to_unsigned(features_g - 1, count_bits_g);
  signal ready      : std_ulogic;
  signal last_byte  : bytes_t;
  signal last_word  : address_t;
  signal set        : std_ulogic;

begin

  ready         <= pausing and enable and not ending;
  load_ready    <= ready;
  pause         <= pausing;
  write_address <= address;
  write_data    <= word;
  last_token    <= token;
  last_feature  <= feature;

  describe_memory : process (all) is
  begin
    last_byte <= (others => '0');
    last_word <= to_unsigned(1, address_bits_g);
    write     <= (others => '0');
    set       <= '0';
    for index in 0 to settings_c - 1 loop
      if memory = index then
        last_byte    <= to_unsigned(bytes(widths_g(index)) - 1, byte_bits_c);
        last_word    <= to_unsigned(depths_g(index) - 1, address_bits_g);
        write(index) <= complete and not beyond;
      end if;
    end loop;
    if memory = settings_c then
      last_byte <= to_unsigned(bytes(count_bits_g) - 1, byte_bits_c);
      set       <= complete and not beyond;
    end if;
  end process describe_memory;

  take_bytes : process (clk) is
  begin
    if rising_edge(clk) then
      complete <= '0';
      if complete = '1' then
        address <= address + 1;
        if address = last_word then
          beyond <= '1';
        end if;
      end if;
      if load_valid = '1' and ready = '1' then
        word       <= load_data & word(data_bits_g - 1 downto 8);
        bytes_left <= bytes_left - 1;
        if state = naming then
          state      <= counting;
          memory     <= unsigned(load_data(2 downto 0));
          address    <= (others => '0');
          beyond     <= '0';
          bytes_left <= to_unsigned(1, byte_bits_c);
          if load_data(7 downto 3) /= "00000" then
            memory <= "111";
          end if;
        elsif state = counting then
          words_left <= unsigned(load_data) & words_left(15 downto 8);
          if bytes_left = 0 then
            state      <= filling;
            bytes_left <= last_byte;
          end if;
        elsif bytes_left = 0 then
          complete   <= '1';
          bytes_left <= last_byte;
          words_left <= words_left - 1;
          if words_left = 0 then
            state <= naming;
          end if;
        end if;
        if load_last = '1' then
          state <= naming;
        end if;
      end if;
      if rst = '1' then
        state    <= naming;
        complete <= '0';
      end if;
    end if;
  end process take_bytes;

  -- A byte that is offered while no window is under way keeps the next one from beginning; so a load waits for one
  -- inference at most, however fast windows follow each other.
  hold_windows : process (clk) is
  begin
    if rising_edge(clk) then
      ending <= load_valid and ready and load_last;
      if load_valid = '1' and collecting = '0' then
        pausing <= '1';
      end if;
      if rst = '1' or ending = '1' then
        pausing <= '0';
      end if;
      if rst = '1' then
        ending <= '0';
      end if;
    end if;
  end process hold_windows;

  hold_settings : process (clk) is
  begin
    if rising_edge(clk) then
      if set = '1' and address = 0 then
        token <= unsigned(loaded(word, count_bits_g));
      end if;
      if set = '1' and address = 1 then
        feature <= unsigned(loaded(word, count_bits_g));
      end if;
    end if;
  end process hold_settings;

end architecture rtl;
