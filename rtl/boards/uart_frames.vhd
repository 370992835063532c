--! The board's side of docs/uart-protocol.md: takes the frames of requests, plays windows and loads into the engine, and
--! answers. One request at a time; what comes meanwhile is ignored.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.integer_arithmetic.all;
use work.primitives.all;
use work.uart_types.all;

entity uart_frames is
  generic (
    clocks_per_bit_g   : positive; --! Clock cycles of a bit of the line.
    timeout_bits_g     : positive; --! Quiet bit times that end a frame, more than those that end a discarded one.
    buffer_bytes_g     : positive; --! Longest payload; a power of two, and not less than a window or its outputs.
    element_bits_g     : positive; --! AW, at most 8.
    loadable_g         : boolean;  --! The engine has a load port.
    inputs_g           : positive; --! n m until something is loaded.
    description_file_g : string    --! The model's description, until something is loaded.
  );
  port (
    clk        : in  std_ulogic;                                     --! Clock.
    rst        : in  std_ulogic;                                     --! Reset, high.
    rx_valid   : in  std_ulogic;                                     --! A byte has come.
    rx_good    : in  std_ulogic;                                     --! It had a stop bit.
    rx_data    : in  byte_t;                                         --! The byte.
    tx_valid   : out std_ulogic;                                     --! A byte is offered to the line.
    tx_ready   : in  std_ulogic;                                     --! It is taken.
    tx_data    : out byte_t;                                         --! The byte.
    load_valid : out std_ulogic;                                     --! Load: a byte is offered.
    load_ready : in  std_ulogic;                                     --! Load: it is taken.
    load_data  : out byte_t;                                         --! Load: the byte.
    load_last  : out std_ulogic;                                     --! Load: it ends a load.
    in_valid   : out std_ulogic;                                     --! Input: an element is offered.
    in_ready   : in  std_ulogic;                                     --! Input: it is taken.
    in_data    : out std_ulogic_vector(element_bits_g - 1 downto 0); --! Input: the element.
    in_last    : out std_ulogic;                                     --! Input: it ends a window.
    out_valid  : in  std_ulogic;                                     --! Output: an element is offered.
    out_ready  : out std_ulogic;                                     --! Output: it is taken.
    out_data   : in  std_ulogic_vector(element_bits_g - 1 downto 0); --! Output: the element.
    out_last   : in  std_ulogic                                      --! Output: it ends an inference.
  );
end entity uart_frames;

architecture rtl of uart_frames is
  constant rest_bits_c    : positive := 20; --! Quiet bit times after which nothing more comes of a bad frame.
  constant clock_bits_c   : positive := bits_to_count(clocks_per_bit_g);
  constant quiet_bits_c   : positive := bits_to_count(timeout_bits_g + 1);
  constant address_bits_c : positive := bits_to_count(buffer_bytes_g);

  constant header_end_c      : natural  := 4; --! Place of the last byte of a header behind its sync.
  constant piece_header_c    : positive := 2; --! Bytes of a piece before its description or data.
  constant last_header_c     : positive := piece_header_c + description_bytes_c;
  constant inputs_place_c    : positive := piece_header_c + 6; --! Of n m in a last piece.
  constant hello_own_bytes_c : positive := hello_bytes_c - description_bytes_c;

  --! Receiving: hunting to deciding. Working: fetching to gathering. A bad frame: discarding. Answering: the others.
  type state_t is (
    hunting, heading, judging, filling, checking, deciding, fetching, offering, gathering, discarding, preparing,
    choosing, sending);
  type part_t is (header, payload, trailer);

  function to_bit(value : boolean) return std_ulogic is
  begin
    if value then
      return '1';
    end if;
    return '0';
  end function to_bit;

  signal state      : state_t                             := hunting;
  signal part       : part_t                              := header;
  signal clocks     : unsigned(clock_bits_c - 1 downto 0) := (others => '0');
  signal quiet      : unsigned(quiet_bits_c - 1 downto 0) := (others => '0'); --! Bit times since the last byte.
  signal check      : check_t                             := first_check_c;
  signal version    : byte_t                              := (others => '0');
  signal kind       : byte_t                              := (others => '0');
  signal tag        : byte_t                              := (others => '0');
  signal length     : unsigned(15 downto 0)               := (others => '0');
  signal final      : unsigned(15 downto 0)               := (others => '0'); --! Place of the last byte.
  signal place      : unsigned(15 downto 0)               := (others => '0');
  signal fault      : byte_t                              := (others => '0');
  signal answer     : byte_t                              := (others => '0');
  signal sent       : byte_t                              := (others => '0');
  signal piece      : byte_t                              := (others => '0'); --! Of the piece that has come.
  signal expected   : byte_t                              := (others => '0'); --! Of the next piece.
  signal previous   : byte_t                              := (others => '0'); --! Of the piece before.
  signal last_piece : std_ulogic                          := '0';
  signal loading    : std_ulogic                          := '0'; --! The request is a load, not a window.
  signal inputs     : unsigned(15 downto 0)               := to_unsigned(inputs_g, 16);

  signal timeout             : std_ulogic;
  signal at_end              : std_ulogic;
  signal describing          : std_ulogic;
  signal buffer_write        : std_ulogic;
  signal buffer_place        : std_ulogic_vector(address_bits_c - 1 downto 0);
  signal written             : byte_t;
  signal buffered            : byte_t;
  signal description_write   : std_ulogic;
  signal description_address : unsigned(3 downto 0);
  signal described           : byte_t;

begin

  timeout    <= to_bit(quiet = timeout_bits_g);
  at_end     <= to_bit(place = final);
  describing <= loading and last_piece and to_bit(place < last_header_c);

  tx_valid   <= to_bit(state = sending);
  tx_data    <= sent;
  in_valid   <= to_bit(state = offering) and not loading;
  in_data    <= buffered(element_bits_g - 1 downto 0);
  in_last    <= at_end;
  out_ready  <= to_bit(state = gathering);
  load_valid <= to_bit(state = offering) and loading and not describing;
  load_data  <= buffered;
  load_last  <= last_piece and at_end;

  buffer_place <= std_ulogic_vector(place(address_bits_c - 1 downto 0));
  buffer_write <= (to_bit(state = filling) and rx_valid) or (to_bit(state = gathering) and out_valid);

  select_written : process (state, rx_data, out_data) is
  begin
    written <= rx_data;
    if state = gathering then
      written <= zero_extend(out_data, byte_t'length);
    end if;
  end process select_written;

  -- A window or a piece, then the outputs.
  payload_buffer : component ram_1r1w
    generic map (
      width_g        => 8,
      depth_g        => buffer_bytes_g,
      address_bits_g => address_bits_c,
      kind_g         => "block",
      file_g         => "none"
    )
    port map (
      clk           => clk,
      write_enable  => buffer_write,
      write_address => buffer_place,
      write_data    => written,
      read_address  => buffer_place,
      read_data     => buffered
    );

  description_write   <= to_bit(state = offering) and describing;
  description_address <= place(3 downto 0) - piece_header_c when state = offering
                         else place(3 downto 0) - hello_own_bytes_c;

  fixed_description : if not loadable_g generate

    description : component rom_1r
      generic map (
        width_g        => 8,
        depth_g        => description_bytes_c,
        address_bits_g => 4,
        kind_g         => "distributed",
        file_g         => description_file_g
      )
      port map (
        clk          => clk,
        read_address => std_ulogic_vector(description_address),
        read_data    => described
      );

  end generate fixed_description;

  loaded_description : if loadable_g generate

    description : component ram_1r1w
      generic map (
        width_g        => 8,
        depth_g        => description_bytes_c,
        address_bits_g => 4,
        kind_g         => "distributed",
        file_g         => description_file_g
      )
      port map (
        clk           => clk,
        write_enable  => description_write,
        write_address => std_ulogic_vector(description_address),
        write_data    => buffered,
        read_address  => std_ulogic_vector(description_address),
        read_data     => described
      );

  end generate loaded_description;

  count_quiet : process (clk) is
  begin
    if rising_edge(clk) then
      if rx_valid = '1' then
        clocks <= (others => '0');
        quiet  <= (others => '0');
      elsif clocks = clocks_per_bit_g - 1 then
        clocks <= (others => '0');
        if timeout = '0' then
          quiet <= quiet + 1;
        end if;
      else
        clocks <= clocks + 1;
      end if;
    end if;
  end process count_quiet;

  exchange : process (clk) is
    variable fault_v  : byte_t;
    variable length_v : std_ulogic;
    variable sent_v   : byte_t;
  begin
    if rising_edge(clk) then
      fault_v := no_error_c;

      if (state = heading or state = filling or state = checking) and rx_valid = '1' then
        check <= next_check(check, rx_data);
        place <= place + 1;
      end if;

      if state = hunting then
        check <= first_check_c;
        place <= (others => '0');
        tag   <= (others => '0');
        if rx_valid = '1' and rx_good = '1' and rx_data = sync_c then
          state <= heading;
        end if;

      elsif state = heading then
        if rx_valid = '1' then
          if place = 0 then
            version <= rx_data;
          elsif place = 1 then
            kind <= rx_data;
          elsif place = 2 then
            tag <= rx_data;
          elsif place = 3 then
            length <= length(15 downto 8) & unsigned(rx_data);
          else
            length <= unsigned(rx_data) & length(7 downto 0);
          end if;
          if place = header_end_c then
            state <= judging;
          end if;
        end if;

      elsif state = judging then
        place    <= (others => '0');
        final    <= length - 1;
        loading  <= '0';
        state    <= filling;
        length_v := '0';
        if kind = hello_c then
          length_v := to_bit(length = 0);
          state    <= checking;
        elsif kind = infer_c then
          length_v := to_bit(length = inputs);
        elsif loadable_g and kind = load_c then
          loading  <= '1';
          length_v := to_bit(length > piece_header_c and length <= buffer_bytes_g);
        else
          fault_v := type_error_c;
        end if;
        if version /= version_c then
          fault_v := version_error_c;
        elsif fault_v = no_error_c and length_v = '0' then
          fault_v := length_error_c;
        end if;

      elsif state = filling then
        if rx_valid = '1' then
          if place = 0 then
            piece <= rx_data;
          elsif place = 1 then
            last_piece <= rx_data(0);
          end if;
          if at_end = '1' then
            place <= (others => '0');
            state <= checking;
          end if;
        end if;

      elsif state = checking then
        if rx_valid = '1' and place = 1 then
          state <= deciding;
        end if;

      elsif state = deciding then
        place  <= (others => '0');
        part   <= header;
        answer <= kind or answer_c;
        state  <= preparing;
        if check /= check_t'(others => '0') then
          fault_v := check_error_c;
        elsif kind = hello_c then
          length <= to_unsigned(hello_bytes_c, 16);
          final  <= to_unsigned(hello_bytes_c - 1, 16);
        elsif loading = '0' then
          state <= fetching;
          if expected /= no_error_c then
            fault_v := loading_error_c;
          end if;
        elsif last_piece = '1' and length <= last_header_c then
          fault_v := length_error_c;
        elsif piece = expected then
          previous <= expected;
          place    <= to_unsigned(piece_header_c, 16);
          state    <= fetching;
          expected <= std_ulogic_vector(unsigned(expected) + 1);
          if last_piece = '1' then
            expected <= (others => '0');
          elsif expected = x"ff" then
            expected <= x"01";
          end if;
        elsif piece /= previous then
          fault_v := sequence_error_c;
        else
          length <= to_unsigned(1, 16);
          final  <= (others => '0');
        end if;

      elsif state = fetching then
        state <= offering;

      elsif state = offering then
        if describing = '1' then
          if place = inputs_place_c then
            inputs(7 downto 0) <= unsigned(buffered);
          elsif place = inputs_place_c + 1 then
            inputs(15 downto 8) <= unsigned(buffered);
          end if;
        end if;
        if describing = '1' or (loading = '1' and load_ready = '1') or (loading = '0' and in_ready = '1') then
          place <= place + 1;
          state <= fetching;
          if at_end = '1' then
            place  <= (others => '0');
            length <= to_unsigned(1, 16);
            final  <= (others => '0');
            state  <= gathering;
            if loading = '1' then
              state <= preparing;
            end if;
          end if;
        end if;

      elsif state = gathering then
        if out_valid = '1' then
          place <= place + 1;
          if out_last = '1' then
            length <= place + 1;
            final  <= place;
            place  <= (others => '0');
            state  <= preparing;
          end if;
        end if;

      elsif state = discarding then
        check  <= first_check_c;
        place  <= (others => '0');
        part   <= header;
        answer <= fault_c;
        length <= to_unsigned(1, 16);
        final  <= (others => '0');
        if quiet >= rest_bits_c then
          state <= preparing;
        end if;

      elsif state = preparing then
        if part = header and place = 0 then
          check <= first_check_c;
        end if;
        state <= choosing;

      elsif state = choosing then
        sent_v := fault;
        if part = header then
          if place = 0 then
            sent_v := sync_c;
          elsif place = 1 then
            sent_v := version_c;
          elsif place = 2 then
            sent_v := answer;
          elsif place = 3 then
            sent_v := tag;
          elsif place = 4 then
            sent_v := std_ulogic_vector(length(7 downto 0));
          else
            sent_v := std_ulogic_vector(length(15 downto 8));
          end if;
        elsif part = trailer then
          sent_v := check(15 downto 8);
          if place = 1 then
            sent_v := check(7 downto 0);
          end if;
        elsif answer = (hello_c or answer_c) then
          sent_v := described;
          if place = 0 then
            sent_v := version_c;
          elsif place = 1 then
            sent_v := "0000000" & to_bit(loadable_g);
          elsif place = 2 then
            sent_v := std_ulogic_vector(to_unsigned(element_bits_g, 8));
          elsif place = 3 then
            sent_v := expected;
          end if;
        elsif answer = (infer_c or answer_c) then
          sent_v := buffered;
        elsif answer = (load_c or answer_c) then
          sent_v := piece;
        end if;
        sent  <= sent_v;
        state <= sending;

      else
        if tx_ready = '1' then
          place <= place + 1;
          state <= preparing;
          if part = payload or (part = header and place /= 0) then
            check <= next_check(check, sent);
          end if;
          if part = header and place = header_end_c + 1 then
            place <= (others => '0');
            part  <= payload;
          elsif part = payload and at_end = '1' then
            place <= (others => '0');
            part  <= trailer;
          elsif part = trailer and place = 1 then
            state <= hunting;
          end if;
        end if;
      end if;

      if state = heading or state = filling or state = checking then
        if rx_valid = '1' and rx_good = '0' then
          fault_v := line_error_c;
        elsif rx_valid = '0' and timeout = '1' then
          fault_v := timeout_error_c;
        end if;
      end if;
      if fault_v /= no_error_c then
        fault <= fault_v;
        state <= discarding;
      end if;
      if rst = '1' then
        state    <= hunting;
        expected <= (others => '0');
      end if;
    end if;
  end process exchange;

end architecture rtl;
