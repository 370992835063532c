--! Random loads at random times: sections of every memory and of numbers that no memory has, short ones and such with
--! more words than the memory, loads that end early, pauses, busy engines, resets. In every cycle the ready, the pause,
--! the words that are written and the settings. The model reads the bytes as the list of sections that they are.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;
use work.bench_types.all;

entity loader_tb is
  generic (
    program_bits_g  : positive := 45;    --! Bits of a word of memory 0.
    weight_bits_g   : positive := 8;     --! Bits of a word of memory 1.
    epilogue_bits_g : positive := 17;    --! Bits of a word of memory 2.
    count_bits_g    : positive := 9;     --! CB, bits of a setting.
    stalled_g       : boolean  := false; --! The source pauses.
    corrupt_g       : boolean  := false; --! One check expects a wrong value.
    seed_g          : positive := 1      --! Of the stimuli.
  );
end entity loader_tb;

architecture bench of loader_tb is
  constant widths_c       : naturals_t(0 to 2) := (program_bits_g, weight_bits_g, epilogue_bits_g);
  constant depths_c       : naturals_t(0 to 2) := (6, 16, 2);
  constant settings_c     : natural            := 3;
  constant address_bits_c : positive           := 4;
  constant loads_c        : positive           := 300;

  --! Bytes of the longest word.
  function longest return positive is
    variable bits_v : positive := count_bits_g;
  begin
    for number in widths_c'range loop
      bits_v := maximum(bits_v, widths_c(number));
    end loop;
    return (bits_v + 7) / 8;
  end function longest;

  constant data_bits_c : positive := 8 * longest;

  subtype byte_t is natural range 0 to 255;
  type bytes_t is array (0 to 4095) of byte_t;

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal clk           : std_ulogic                    := '0';
  signal rst           : std_ulogic                    := '1';
  signal enable        : std_ulogic                    := '0';
  signal collecting    : std_ulogic                    := '0';
  signal load_valid    : std_ulogic                    := '0';
  signal load_ready    : std_ulogic;
  signal load_data     : std_ulogic_vector(7 downto 0) := (others => '0');
  signal load_last     : std_ulogic                    := '0';
  signal pause         : std_ulogic;
  signal write         : std_ulogic_vector(0 to widths_c'high);
  signal write_address : unsigned(address_bits_c - 1 downto 0);
  signal write_data    : std_ulogic_vector(data_bits_c - 1 downto 0);
  signal last_token    : unsigned(count_bits_g - 1 downto 0);
  signal last_feature  : unsigned(count_bits_g - 1 downto 0);

  --! Bits of a word of a section.
  function width_of(number : natural) return positive is
  begin
    if number < settings_c then
      return widths_c(number);
    elsif number = settings_c then
      return count_bits_g;
    end if;
    return 8;
  end function width_of;

begin

  clk <= not clk after 5 ns;
  watchdog(10 ms);

  device : entity work.loader
    generic map (
      widths_g       => widths_c,
      depths_g       => depths_c,
      data_bits_g    => data_bits_c,
      address_bits_g => address_bits_c,
      count_bits_g   => count_bits_g,
      window_g       => 7,
      features_g     => 3
    )
    port map (
      clk           => clk,
      rst           => rst,
      enable        => enable,
      collecting    => collecting,
      load_valid    => load_valid,
      load_ready    => load_ready,
      load_data     => load_data,
      load_last     => load_last,
      pause         => pause,
      write         => write,
      write_address => write_address,
      write_data    => write_data,
      last_token    => last_token,
      last_feature  => last_feature
    );

  play : process is
    variable load_v     : bytes_t;
    variable length_v   : natural := 0;
    variable place_v    : natural := 0;                                   -- Of the byte that is offered.
    variable loads_v    : natural := 0;
    variable paused_v   : boolean := false;
    variable ending_v   : boolean := false;
    variable taken_v    : boolean;
    variable offered_v  : boolean := false;
    variable begun_v    : boolean := false;
    variable number_v   : natural;
    variable words_v    : natural;
    variable start_v    : natural := 0;                                   -- Of the section under way.
    variable word_v     : natural;
    variable within_v   : natural;
    variable write_v    : std_ulogic_vector(write'range) := (others => '0');
    variable address_v  : natural;
    variable data_v     : std_ulogic_vector(data_bits_c - 1 downto 0);
    variable token_v    : natural := 6;
    variable feature_v  : natural := 2;
    variable settings_v : naturals_t(0 to 1) := (0, 0);
    variable set_v      : natural := 2;

    procedure append(value : byte_t) is
    begin
      load_v(length_v) := value;
      length_v         := length_v + 1;
    end procedure append;

    --! Some sections; now and then the load ends before they do.
    procedure make_load is
    begin
      length_v := 0;
      for section in 1 to stimuli.pick(1, 4) loop
        number_v := stimuli.pick(0, settings_c + 2);
        if stimuli.chance(0.1) then
          number_v := 8 + stimuli.pick(0, 247);
        end if;
        words_v := stimuli.pick(1, 8);
        if stimuli.chance(0.2) then
          words_v := stimuli.pick(15, 40);
        end if;
        append(number_v);
        append((words_v - 1) mod 256);
        append((words_v - 1) / 256);
        for index in 1 to words_v * ((width_of(number_v) + 7) / 8) loop
          append(to_integer(unsigned(stimuli.word(8))));
        end loop;
      end loop;
      if stimuli.chance(0.3) then
        length_v := stimuli.pick(1, length_v);
      end if;
      place_v := 0;
      start_v := 0;
    end procedure make_load;

    --! The word of so many bytes that ends at place_v, as a setting.
    impure function setting(bytes : positive) return natural is
      variable value_v : natural := 0;
    begin
      for index in bytes - 1 downto 0 loop
        value_v := 256 * value_v + load_v(place_v - bytes + 1 + index);
      end loop;
      return value_v mod 2 ** count_bits_g;
    end function setting;

    --! What the byte at place_v does: the word that it completes, if it does.
    procedure follow is
      variable bytes_v : positive;
    begin
      write_v := (others => '0');
      set_v   := 2;
      if place_v >= start_v + 3 then
        number_v := load_v(start_v);
        words_v  := load_v(start_v + 1) + 256 * load_v(start_v + 2) + 1;
        bytes_v  := (width_of(number_v) + 7) / 8;
        word_v   := (place_v - start_v - 3) / bytes_v;
        within_v := (place_v - start_v - 3) mod bytes_v;
        if within_v = bytes_v - 1 then
          data_v := (others => '-');
          for index in 0 to bytes_v - 1 loop
            data_v(data_bits_c - 8 * (bytes_v - index) + 7 downto data_bits_c - 8 * (bytes_v - index))
              := std_ulogic_vector(to_unsigned(load_v(place_v - bytes_v + 1 + index), 8));
          end loop;
          address_v := word_v;
          if number_v < settings_c then
            write_v(number_v) := level(word_v < depths_c(number_v));
          elsif number_v = settings_c and word_v < 2 then
            set_v             := word_v;
            settings_v(set_v) := setting(bytes_v);
          end if;
          if word_v = words_v - 1 then
            start_v := place_v + 1;
          end if;
        end if;
      end if;
    end procedure follow;

  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    wait for 23 ns;
    rst <= '0';
    make_load;
    while loads_v < loads_c loop
      wait until falling_edge(clk);
      enable  <= level(stimuli.chance(0.8));
      begun_v := begun_v and stimuli.chance(0.9);
      -- A window begins only while nothing pauses the input.
      begun_v    := begun_v or (not paused_v and stimuli.chance(0.2));
      collecting <= level(begun_v);
      offered_v  := offered_v or not stalled_g or stimuli.chance(0.5);
      load_valid <= level(offered_v);
      load_data  <= std_ulogic_vector(to_unsigned(load_v(place_v), 8));
      load_last  <= level(place_v = length_v - 1);
      rst        <= level(stimuli.chance(0.002));
      wait for 1 ns;
      checks.equal("load_ready", load_ready, level(paused_v and enable = '1' and not ending_v));
      checks.equal("pause", pause, level(paused_v));
      checks.equal("write", write, write_v);
      if unsigned(write_v) /= 0 then
        checks.equal("write_address", to_integer(write_address), address_v);
        checks.equal("write_data", write_data, data_v);
      end if;
      checks.equal("last_token", to_integer(last_token), token_v);
      checks.equal("last_feature", to_integer(last_feature), feature_v);
      if set_v = 0 then
        token_v := settings_v(0);
      elsif set_v = 1 then
        feature_v := settings_v(1);
      end if;
      write_v  := (others => '0');
      set_v    := 2;
      taken_v  := offered_v and load_ready = '1';
      paused_v := (paused_v or (offered_v and not begun_v)) and not ending_v;
      ending_v := false;
      if taken_v then
        follow;
        offered_v := false;
        ending_v  := place_v = length_v - 1;
        place_v   := place_v + 1;
        if ending_v then
          loads_v := loads_v + 1;
          make_load;
        end if;
      end if;
      if rst = '1' then
        -- The source starts again as well; what has been written stays.
        write_v  := (others => '0');
        set_v    := 2;
        paused_v := false;
        ending_v := false;
        make_load;
        offered_v := false;
      end if;
    end loop;
    checks.conclude(10 * loads_c);
    wait;
  end process play;

end architecture bench;
