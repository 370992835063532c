--! The board's side of the UART protocol at its two pins: receiver, frames and transmitter, bit by bit. Random requests
--! in order and out of it (checks, versions, types, lengths, lost bytes, missing stop bits), lines that are noisy, slow or
--! fast, then a load in pieces. Every byte of every answer; a small engine is played here.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.bench_types.all;

entity uart_frames_tb is
  generic (
    clocks_per_bit_g   : positive := 16;    --! Clock cycles of a bit.
    element_bits_g     : positive := 5;     --! AW.
    inputs_g           : positive := 6;     --! n m.
    loadable_g         : boolean  := true;  --! The engine has a load port.
    description_file_g : string   := "none"; --! The model's description.
    corrupt_g          : boolean  := false; --! One check expects a wrong value.
    seed_g             : positive := 1      --! Of the stimuli.
  );
end entity uart_frames_tb;

architecture bench of uart_frames_tb is
  constant period_c   : time     := 10 ns;
  constant bit_c      : time     := clocks_per_bit_g * period_c;
  constant outputs_c  : positive := 3;
  constant timeout_c  : positive := 64;
  constant requests_c : positive := 80;

  subtype byte_t is natural range 0 to 255;
  type bytes_t is array (natural range <>) of byte_t;

  shared variable stimuli : stimuli_t;
  shared variable pauses  : stimuli_t;
  shared variable checks  : checks_t;

  signal clk        : std_ulogic := '0';
  signal rst        : std_ulogic := '1';
  signal rx         : std_ulogic := '1';
  signal tx         : std_ulogic;
  signal rx_valid   : std_ulogic;
  signal rx_good    : std_ulogic;
  signal rx_data    : std_ulogic_vector(7 downto 0);
  signal tx_valid   : std_ulogic;
  signal tx_ready   : std_ulogic;
  signal tx_data    : std_ulogic_vector(7 downto 0);
  signal load_valid : std_ulogic;
  signal load_ready : std_ulogic := '0';
  signal load_data  : std_ulogic_vector(7 downto 0);
  signal load_last  : std_ulogic;
  signal in_valid   : std_ulogic;
  signal in_ready   : std_ulogic := '0';
  signal in_data    : std_ulogic_vector(element_bits_g - 1 downto 0);
  signal in_last    : std_ulogic;
  signal out_valid  : std_ulogic := '0';
  signal out_ready  : std_ulogic;
  signal out_data   : std_ulogic_vector(element_bits_g - 1 downto 0) := (others => '0');
  signal out_last   : std_ulogic := '0';

  signal answered : bytes_t(0 to 63) := (others => 0); --! Bytes that have come since the last request.
  signal count    : natural          := 0;
  signal forget   : std_ulogic       := '0';           --! A new request.
  signal asking   : std_ulogic       := '0';           --! A request is on the line.

  signal loaded       : bytes_t(0 to 63) := (others => 0); --! Bytes that the engine was loaded.
  signal loaded_count : natural          := 0;
  signal loads        : natural          := 0;             --! Ended by last.

  --! As docs/uart-protocol.md defines it, over integers.
  function check_of(bytes : bytes_t) return natural is
    variable check_v : natural := 65535;
  begin
    for index in bytes'range loop
      for place in 7 downto 0 loop
        if (check_v / 32768) mod 2 /= (bytes(index) / 2 ** place) mod 2 then
          check_v := to_integer(to_unsigned((check_v * 2) mod 65536, 16) xor to_unsigned(4129, 16));
        else
          check_v := (check_v * 2) mod 65536;
        end if;
      end loop;
    end loop;
    return check_v;
  end function check_of;

  function frame_of(version : byte_t; kind : byte_t; tag : byte_t; payload : bytes_t) return bytes_t is
    constant body_c  : bytes_t := (version, kind, tag, payload'length mod 256, payload'length / 256) & payload;
    constant check_c : natural := check_of(body_c);
  begin
    return 165 & body_c & (check_c / 256) & (check_c mod 256);
  end function frame_of;

begin

  clk <= not clk after period_c / 2;
  watchdog(200 ms);

  receive : entity work.uart_receiver
    generic map (
      clocks_per_bit_g => clocks_per_bit_g
    )
    port map (
      clk   => clk,
      rst   => rst,
      rx    => rx,
      valid => rx_valid,
      good  => rx_good,
      data  => rx_data
    );

  send : entity work.uart_transmitter
    generic map (
      clocks_per_bit_g => clocks_per_bit_g
    )
    port map (
      clk   => clk,
      rst   => rst,
      valid => tx_valid,
      ready => tx_ready,
      data  => tx_data,
      tx    => tx
    );

  device : entity work.uart_frames
    generic map (
      clocks_per_bit_g   => clocks_per_bit_g,
      timeout_bits_g     => timeout_c,
      buffer_bytes_g     => 64,
      element_bits_g     => element_bits_g,
      loadable_g         => loadable_g,
      inputs_g           => inputs_g,
      description_file_g => description_file_g
    )
    port map (
      clk        => clk,
      rst        => rst,
      rx_valid   => rx_valid,
      rx_good    => rx_good,
      rx_data    => rx_data,
      tx_valid   => tx_valid,
      tx_ready   => tx_ready,
      tx_data    => tx_data,
      load_valid => load_valid,
      load_ready => load_ready,
      load_data  => load_data,
      load_last  => load_last,
      in_valid   => in_valid,
      in_ready   => in_ready,
      in_data    => in_data,
      in_last    => in_last,
      out_valid  => out_valid,
      out_ready  => out_ready,
      out_data   => out_data,
      out_last   => out_last
    );

  --! The engine: sum, first and last element of a window. It pauses as it likes, and takes loads.
  compute : process (clk) is
    variable sum_v   : unsigned(element_bits_g - 1 downto 0) := (others => '0');
    variable first_v : unsigned(element_bits_g - 1 downto 0) := (others => '0');
    variable last_v  : unsigned(element_bits_g - 1 downto 0) := (others => '0');
    variable begun_v : boolean := false;
    variable left_v  : natural := 0;
  begin
    if rising_edge(clk) then
      in_ready   <= level(pauses.chance(0.5));
      load_ready <= level(pauses.chance(0.5));
      if load_valid = '1' and load_ready = '1' then
        loaded(loaded_count mod 64) <= to_integer(unsigned(load_data));
        loaded_count                <= loaded_count + 1;
        if load_last = '1' then
          loads <= loads + 1;
        end if;
      end if;
      if in_valid = '1' and in_ready = '1' then
        if not begun_v then
          first_v := unsigned(in_data);
          sum_v   := (others => '0');
        end if;
        begun_v := true;
        sum_v   := sum_v + unsigned(in_data);
        last_v  := unsigned(in_data);
        if in_last = '1' then
          begun_v  := false;
          left_v   := outputs_c;
          out_data <= std_ulogic_vector(sum_v);
        end if;
      end if;
      if out_valid = '1' and out_ready = '1' then
        out_valid <= '0';
        left_v    := left_v - 1;
        out_data  <= std_ulogic_vector(last_v);
        if left_v = 2 then
          out_data <= std_ulogic_vector(first_v);
        end if;
      elsif left_v > 0 and pauses.chance(0.3) then
        out_valid <= '1';
        out_last  <= level(left_v = 1);
      end if;
    end if;
  end process compute;

  --! Reads the line from the board.
  listen : process is
    variable byte_v : byte_t;
  begin
    wait until tx = '0' or forget = '1';
    if forget = '1' then
      count <= 0;
      wait until forget = '0';
    else
      -- It may begin within the stop bit of the request's last byte, whose level has been seen.
      wait for bit_c / 2;
      checks.equal("answer while a request comes", asking, '0');
      byte_v := 0;
      for place in 0 to 7 loop
        wait for bit_c;
        if tx = '1' then
          byte_v := byte_v + 2 ** place;
        end if;
      end loop;
      wait for bit_c;
      checks.equal("stop bit", tx, '1');
      answered(count mod 64) <= byte_v;
      count                  <= count + 1;
    end if;
  end process listen;

  stimulate : process is
    variable length_v : time     := bit_c; --! Of a bit as this side sends it.
    variable glitch_v : boolean  := false; --! A sample of each data bit is wrong.
    variable inputs_v : positive := inputs_g;

    variable description_v : std_ulogic_vector(127 downto 0) := contents(description_file_g, 8, 16);

    procedure send_byte(value : byte_t; stop : std_ulogic := '1') is
      variable before_v : time;
    begin
      rx <= '0';
      wait for length_v;
      for place in 0 to 7 loop
        rx       <= level((value / 2 ** place) mod 2 = 1);
        before_v := stimuli.pick(3, clocks_per_bit_g - 4) * period_c;
        wait for before_v;
        if glitch_v then
          rx <= not rx;
        end if;
        wait for period_c;
        rx <= level((value / 2 ** place) mod 2 = 1);
        wait for length_v - before_v - period_c;
      end loop;
      rx <= stop;
      wait for length_v;
      if stop = '0' then
        rx <= '1';
        wait for length_v;
      end if;
    end procedure send_byte;

    procedure send_bytes(bytes : bytes_t; without_stop : integer := -1) is
    begin
      forget <= '1';
      wait for period_c;
      forget <= '0';
      asking <= '1';
      for index in 0 to bytes'length - 1 loop
        send_byte(bytes(bytes'low + index), level(index /= without_stop));
      end loop;
      asking <= '0';
    end procedure send_bytes;

    --! The answer, to the byte, and none behind it.
    procedure expect(kind : byte_t; tag : byte_t; payload : bytes_t) is
      constant expected_c : bytes_t := frame_of(1, kind, tag, payload);
    begin
      wait for (timeout_c + 60 + 10 * expected_c'length) * bit_c + 400 * period_c;
      checks.equal("bytes of the answer", count, expected_c'length);
      for index in 0 to expected_c'length - 1 loop
        checks.equal("byte " & integer'image(index), answered(index), expected_c(expected_c'low + index));
      end loop;
    end procedure expect;

    impure function window return bytes_t is
      variable window_v : bytes_t(0 to inputs_v - 1);
    begin
      for index in window_v'range loop
        window_v(index) := stimuli.pick(0, 255);
      end loop;
      return window_v;
    end function window;

    impure function outputs_of(elements : bytes_t) return bytes_t is
      constant range_c : positive := 2 ** element_bits_g;
      variable sum_v   : natural  := 0;
    begin
      for index in elements'range loop
        sum_v := (sum_v + elements(index)) mod range_c;
      end loop;
      return (sum_v, elements(elements'low) mod range_c, elements(elements'high) mod range_c);
    end function outputs_of;

    impure function hello(next_piece : byte_t) return bytes_t is
      variable hello_v : bytes_t(0 to 19);
    begin
      hello_v(0) := 1;
      hello_v(1) := 1 when loadable_g else 0;
      hello_v(2) := element_bits_g;
      hello_v(3) := next_piece;
      for index in 0 to 15 loop
        hello_v(4 + index) := to_integer(unsigned(description_v(8 * index + 7 downto 8 * index)));
      end loop;
      return hello_v;
    end function hello;

    constant none_c : bytes_t(1 to 0) := (others => 0);

    procedure infer is
      constant window_c : bytes_t := window;
      constant tag_c    : byte_t  := stimuli.pick(1, 255);
    begin
      send_bytes(frame_of(1, 2, tag_c, window_c));
      expect(130, tag_c, outputs_of(window_c));
    end procedure infer;

    --! What the answer repeats of a frame that is bad from some place on.
    function known_tag(tag : byte_t; place : natural) return byte_t is
    begin
      if place >= 3 then
        return tag;
      end if;
      return 0;
    end function known_tag;

    --! A request that is refused.
    procedure refuse(kind : natural) is
      constant tag_c   : byte_t  := stimuli.pick(1, 255);
      constant frame_c : bytes_t := frame_of(1, 2, tag_c, window);
      alias    frame_a : bytes_t(0 to frame_c'length - 1) is frame_c;
      variable frame_v : bytes_t(0 to frame_c'length - 1) := frame_a;
      variable place_v : natural;
    begin
      if kind = 1 then
        place_v          := stimuli.pick(6, frame_v'high);
        frame_v(place_v) := (frame_v(place_v) + 2 ** stimuli.pick(0, 7)) mod 256;
        send_bytes(frame_v);
      elsif kind = 2 then
        send_bytes(frame_of(stimuli.pick(2, 255), 2, tag_c, window));
      elsif kind = 3 then
        send_bytes(frame_of(1, stimuli.pick(4, 255), tag_c, window));
      elsif kind = 4 then
        send_bytes(frame_of(1, 2, tag_c, window(1 to inputs_v - 1)));
      elsif kind = 5 then
        place_v := stimuli.pick(0, frame_v'high - 1);
        send_bytes(frame_v(0 to place_v));
        expect(255, known_tag(tag_c, place_v), (0 => 5));
        return;
      else
        place_v := stimuli.pick(1, frame_v'high);
        send_bytes(frame_v, without_stop => place_v);
        expect(255, known_tag(tag_c, place_v), (0 => 6));
        return;
      end if;
      expect(255, tag_c, (0 => kind));
    end procedure refuse;

    procedure piece(payload : bytes_t; kind : byte_t; answer : byte_t) is
      constant tag_c : byte_t := stimuli.pick(1, 255);
    begin
      send_bytes(frame_of(1, 3, tag_c, payload));
      expect(kind, tag_c, (0 => answer));
    end procedure piece;

    --! A load in two pieces, with all that can be wrong about it, of a model with a window that is one element longer.
    procedure load is
      variable last_v : bytes_t(0 to 20) := (1, 1, others => 0);
    begin
      for index in 2 to 20 loop
        last_v(index) := stimuli.pick(0, 255);
      end loop;
      last_v(8) := inputs_v + 1;
      last_v(9) := 0;
      piece((0, 0, 17, 34), 131, 0);
      send_bytes(frame_of(1, 1, 9, none_c));
      expect(129, 9, hello(1));
      send_bytes(frame_of(1, 2, 10, window));
      expect(255, 10, (0 => 8));
      piece((2, 0, 51), 255, 7);
      piece((0, 0, 17, 34), 131, 0);
      piece((1, 0), 255, 4);
      piece(last_v(0 to 17), 255, 4);
      checks.equal("loads before the last piece", loads, 0);
      piece(last_v, 131, 1);
      piece(last_v, 131, 1);
      checks.equal("loads", loads, 1);
      checks.equal("loaded bytes", loaded_count, 5);
      checks.equal("first loaded byte", loaded(0), 17);
      for index in 18 to 20 loop
        checks.equal("loaded byte", loaded(index - 16), last_v(index));
      end loop;
      for index in 0 to 15 loop
        description_v(8 * index + 7 downto 8 * index) := std_ulogic_vector(to_unsigned(last_v(2 + index), 8));
      end loop;
      inputs_v := inputs_v + 1;
      send_bytes(frame_of(1, 1, 11, none_c));
      expect(129, 11, hello(0));
      infer;
    end procedure load;

    variable kind_v : natural;
  begin
    stimuli.start(seed_g);
    pauses.start(seed_g + 1000);
    checks.corrupt(corrupt_g);
    wait for 10 * period_c;
    rst <= '0';
    wait for 5 * bit_c;
    for request in 1 to requests_c loop
      length_v := bit_c;
      glitch_v := false;
      kind_v   := stimuli.pick(0, 11);
      if kind_v = 0 then
        send_bytes(frame_of(1, 1, request, none_c));
        expect(129, request, hello(0));
      elsif kind_v <= 6 then
        refuse(kind_v);
      elsif kind_v = 7 then
        glitch_v := true;
        infer;
      elsif kind_v = 8 then
        length_v := bit_c * 49 / 50;
        infer;
      elsif kind_v = 9 then
        length_v := bit_c * 51 / 50;
        infer;
      elsif kind_v = 10 then
        for index in 1 to 3 loop
          send_byte(stimuli.pick(0, 164));
        end loop;
        infer;
      else
        infer;
      end if;
    end loop;
    if loadable_g then
      load;
    else
      piece((0, 0, 1), 255, 3);
    end if;
    checks.conclude(at_least => 10 * requests_c);
    wait;
  end process stimulate;

end architecture bench;
