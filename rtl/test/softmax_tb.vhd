--! Tiles of random scores, as close as they may be and with pauses: the cycle of every phase (docs/engine.md, Time),
--! every address, and the reciprocal of each row's sum of exponentials, which the bench divides in real numbers.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use ieee.math_real.all;
use work.bench_types.all;

entity softmax_tb is
  generic (
    rows_g             : positive := 6;     --! T.
    lanes_g            : positive := 1;     --! R.
    element_bits_g     : positive := 8;     --! AW.
    probability_bits_g : positive := 8;     --! Largest b.
    exponential_bits_g : positive := 8;     --! EB.
    keys_g             : positive := 6;     --! Largest number of keys.
    corrupt_g          : boolean  := false; --! One check expects a wrong value.
    seed_g             : positive := 1      --! Of the stimuli.
  );
end entity softmax_tb;

architecture bench of softmax_tb is
  constant address_bits_c       : positive := 10;
  constant count_bits_c         : positive := 9;
  constant table_address_bits_c : positive := element_bits_g + 1;
  constant largest_sum_c        : positive := keys_g * (2 ** exponential_bits_g - 1);
  constant reciprocal_shift_c   : positive := integer(ceil(log2(2.0 * real(largest_sum_c))));
  constant quotient_bits_c      : positive
    := probability_bits_g + reciprocal_shift_c - exponential_bits_g + 1;
  constant needed_bits_c        : positive := integer(ceil(log2(real(largest_sum_c) + 1.0)));
  constant row_sum_bits_c       : positive := integer(realmax(real(needed_bits_c), real(quotient_bits_c)));

  subtype word_t is std_ulogic_vector(rows_g * element_bits_g - 1 downto 0);
  subtype table_addresses_t is std_ulogic_vector(lanes_g * table_address_bits_c - 1 downto 0);
  subtype reciprocals_t is std_ulogic_vector(lanes_g * quotient_bits_c - 1 downto 0);
  type words_t is array (0 to 2 ** address_bits_c - 1) of word_t;
  type table_t is array (0 to 2 ** table_address_bits_c - 1) of natural range 0 to 2 ** exponential_bits_g - 1;
  type tables_t is array (0 to 1) of natural;
  type integers_t is array (0 to rows_g - 1) of integer;

  --! What is due some cycles after an address cycle.
  type due_t is record
    looked_up   : boolean;
    addresses   : table_addresses_t;
    drained     : boolean;
    group_index : natural;
    reciprocals : reciprocals_t;
  end record due_t;
  type dues_t is array (0 to 4) of due_t;

  shared variable stimuli : stimuli_t;
  shared variable checks  : checks_t;

  signal words            : words_t                                                     := (others => (others => '0'));
  signal exponential      : table_t                                                     := (others => 0);
  signal clk              : std_ulogic                                                  := '0';
  signal rst              : std_ulogic                                                  := '1';
  signal start            : std_ulogic                                                  := '0';
  signal bank             : unsigned(1 downto 0)                                        := "00";
  signal maxima           : word_t                                                      := (others => '0');
  signal write            : std_ulogic                                                  := '0';
  signal read_bank        : unsigned(1 downto 0);
  signal base             : unsigned(address_bits_c - 1 downto 0)                       := (others => '0');
  signal steps            : unsigned(count_bits_c - 1 downto 0)                         := (others => '0');
  signal groups           : unsigned(count_bits_c - 1 downto 0)                         := (others => '0');
  signal table_base       : unsigned(address_bits_c - 1 downto 0)                       := (others => '0');
  signal probability_top  : unsigned(element_bits_g - 1 downto 0)                       := (others => '0');
  signal read_active      : std_ulogic;
  signal read_address     : unsigned(address_bits_c - 1 downto 0);
  signal score_word       : word_t                                                      := (others => '0');
  signal table_address    : table_addresses_t;
  signal exponentials     : std_ulogic_vector(lanes_g * exponential_bits_g - 1 downto 0) := (others => '0');
  signal write_start      : std_ulogic;
  signal reciprocal_group : unsigned(15 downto 0)                                       := (others => '0');
  signal reciprocals      : reciprocals_t;

  --! The score of a row in a word.
  impure function score(address : natural; row : natural) return integer is
  begin
    return to_integer(signed(
      words(address mod words'length)((row + 1) * element_bits_g - 1 downto row * element_bits_g)));
  end function score;

begin

  clk <= not clk after 5 ns;
  watchdog(10 ms);

  device : entity work.softmax
    generic map (
      rows_g               => rows_g,
      lanes_g              => lanes_g,
      element_bits_g       => element_bits_g,
      exponential_bits_g   => exponential_bits_g,
      reciprocal_shift_g   => reciprocal_shift_c,
      quotient_bits_g      => quotient_bits_c,
      row_sum_bits_g       => row_sum_bits_c,
      address_bits_g       => address_bits_c,
      count_bits_g         => count_bits_c,
      table_address_bits_g => table_address_bits_c
    )
    port map (
      clk              => clk,
      rst              => rst,
      start            => start,
      bank             => bank,
      base             => base,
      steps            => steps,
      groups           => groups,
      table_base       => table_base,
      probability_top  => probability_top,
      maxima           => maxima,
      write            => write,
      read_active      => read_active,
      read_bank        => read_bank,
      read_address     => read_address,
      score_word       => score_word,
      table_address    => table_address,
      exponentials     => exponentials,
      write_start      => write_start,
      reciprocal_group => reciprocal_group,
      reciprocals      => reciprocals
    );

  read_memories : process (clk) is
    variable address_v : natural;
  begin
    if rising_edge(clk) then
      score_word <= words(0);
      if read_active = '1' then
        score_word <= words(to_integer(read_address));
      end if;
      for lane in 0 to lanes_g - 1 loop
        if not is_x(table_address) then
          address_v := to_integer(unsigned(
            table_address((lane + 1) * table_address_bits_c - 1 downto lane * table_address_bits_c)));
          exponentials((lane + 1) * exponential_bits_g - 1 downto lane * exponential_bits_g)
            <= std_ulogic_vector(to_unsigned(exponential(address_v), exponential_bits_g));
        end if;
      end loop;
    end if;
  end process read_memories;

  play : process is
    variable dues_v    : dues_t := (others => (false, (others => '0'), false, 0, (others => '0')));
    variable keys_v    : positive := 1;
    variable groups_v  : positive := 1;
    variable top_v     : positive := 1;
    variable base_v    : natural  := 0;
    variable tables_v  : tables_t;
    variable table_v   : natural  := 0;
    variable maxima_v  : integers_t;
    variable sums_v    : integers_t;
    variable bank_v    : unsigned(1 downto 0) := "00";
    variable writing_v : natural  := 1; --! First address cycle of the write phase; PROBABILITIES begins before it.
    variable total_v   : natural  := 2;

    procedure choose_tile is
    begin
      keys_v   := stimuli.pick(1, keys_g);
      groups_v := stimuli.pick(1, rows_g / lanes_g);
      base_v   := stimuli.pick(0, words'high);
      table_v  := tables_v(stimuli.pick(0, 1));
      top_v    := 2 ** probability_bits_g - 1;
      if stimuli.chance(0.2) then
        top_v := 3;
      end if;
      bank_v    := to_unsigned(stimuli.pick(0, 1), 2);
      writing_v := 1 + keys_v * groups_v + 5 + groups_v * lanes_g * ((quotient_bits_c + 1) / 2 + 1) + 1;
      if stimuli.chance(0.5) then
        writing_v := writing_v + stimuli.pick(1, 5);
      end if;
      total_v   := writing_v + keys_v * groups_v;
    end procedure choose_tile;

    procedure fill_memories is
      variable table_now_v : table_t;
    begin
      for address in words'range loop
        words(address) <= stimuli.word(word_t'length);
      end loop;
      for address in table_t'range loop
        table_now_v(address) := stimuli.pick(0, 2 ** exponential_bits_g - 1);
      end loop;
      -- Two tables. The largest score's exponential makes every sum large enough.
      for index in tables_v'range loop
        tables_v(index)              := stimuli.pick(0, 2 ** element_bits_g - 1);
        table_now_v(tables_v(index)) := 2 ** exponential_bits_g - 1;
      end loop;
      exponential <= table_now_v;
      wait for 0 ns;
    end procedure fill_memories;

    procedure predict is
    begin
      for row in 0 to rows_g - 1 loop
        maxima_v(row) := integer'low;
        sums_v(row)   := 0;
        for key in 0 to keys_v - 1 loop
          if score(base_v + key, row) > maxima_v(row) then
            maxima_v(row) := score(base_v + key, row);
          end if;
        end loop;
        for key in 0 to keys_v - 1 loop
          sums_v(row) := sums_v(row) + exponential(table_v + maxima_v(row) - score(base_v + key, row));
        end loop;
      end loop;
    end procedure predict;

    impure function addresses_of(key : natural; group_index : natural) return table_addresses_t is
      variable result_v : table_addresses_t;
      variable row_v    : natural;
    begin
      for lane in 0 to lanes_g - 1 loop
        row_v := group_index * lanes_g + lane;
        result_v((lane + 1) * table_address_bits_c - 1 downto lane * table_address_bits_c)
          := std_ulogic_vector(to_unsigned(
            table_v + maxima_v(row_v) - score(base_v + key, row_v), table_address_bits_c));
      end loop;
      return result_v;
    end function addresses_of;

    --! floor(top * 2**k / sum), digit by digit as reals, which are exact here.
    impure function reciprocals_of(group_index : natural) return reciprocals_t is
      variable result_v   : reciprocals_t;
      variable quotient_v : real;
      variable half_v     : real;
    begin
      for lane in 0 to lanes_g - 1 loop
        quotient_v := floor(
          real(top_v) * 2.0 ** reciprocal_shift_c / real(sums_v(group_index * lanes_g + lane)));
        for digit in 0 to quotient_bits_c - 1 loop
          half_v := floor(quotient_v / 2.0);
          result_v(lane * quotient_bits_c + digit) := level(quotient_v - 2.0 * half_v = 1.0);
          quotient_v := half_v;
        end loop;
      end loop;
      return result_v;
    end function reciprocals_of;

    --! The fields of SOFTMAX in its first cycle, and what is there besides; later, those of any other instruction.
    procedure present_instruction(of_tile : boolean) is
    begin
      maxima <= stimuli.word(maxima'length);
      bank   <= to_unsigned(stimuli.pick(0, 3), 2);
      if of_tile then
        bank            <= bank_v;
        for row in 0 to rows_g - 1 loop
          maxima((row + 1) * element_bits_g - 1 downto row * element_bits_g)
            <= std_ulogic_vector(to_signed(maxima_v(row), element_bits_g));
        end loop;
        base            <= to_unsigned(base_v, address_bits_c);
        steps           <= to_unsigned(keys_v - 1, count_bits_c);
        groups          <= to_unsigned(groups_v - 1, count_bits_c);
        table_base      <= resize(to_unsigned(table_v, table_address_bits_c), address_bits_c);
        probability_top <= to_unsigned(top_v, element_bits_g);
      else
        base            <= unsigned(stimuli.word(address_bits_c));
        steps           <= unsigned(stimuli.word(count_bits_c));
        groups          <= unsigned(stimuli.word(count_bits_c));
        table_base      <= unsigned(stimuli.word(address_bits_c));
        probability_top <= unsigned(stimuli.word(element_bits_g));
      end if;
    end procedure present_instruction;

    --! Checks what is due and drives the ports in a cycle of the tile; from total_v on, the tile is over.
    procedure pass(cycle : natural) is
      variable phase_v : integer := -1;
      variable key_v   : natural;
      variable group_v : natural;
    begin
      wait until falling_edge(clk);
      dues_v(1 to 4) := dues_v(0 to 3);
      dues_v(0)      := (false, (others => '0'), false, 0, (others => '0'));
      present_instruction(cycle = 0);
      start <= level(cycle = 0);
      write <= level(cycle = writing_v - 1);
      if cycle >= 1 and cycle < 1 + keys_v * groups_v then
        phase_v := cycle - 1;
      elsif cycle >= writing_v and cycle < total_v then
        phase_v := cycle - writing_v;
      end if;
      reciprocal_group <= to_unsigned(stimuli.pick(0, rows_g / lanes_g - 1), 16);
      if dues_v(3).drained then
        reciprocal_group <= to_unsigned(dues_v(3).group_index, 16);
      end if;
      wait for 1 ns;
      checks.equal("read_active", read_active, level(phase_v >= 0));
      checks.equal("write_start", write_start, level(cycle = writing_v));
      if phase_v >= 0 then
        key_v   := phase_v / groups_v;
        group_v := phase_v mod groups_v;
        checks.equal("read bank", to_integer(read_bank), to_integer(bank_v));
        checks.equal("read address", to_integer(read_address), (base_v + key_v) mod words'length);
        dues_v(0).looked_up := true;
        dues_v(0).addresses := addresses_of(key_v, group_v);
        if cycle >= writing_v then
          dues_v(0).drained     := true;
          dues_v(0).group_index := group_v;
          dues_v(0).reciprocals := reciprocals_of(group_v);
        end if;
      end if;
      if dues_v(3).looked_up then
        checks.equal("table addresses", table_address, dues_v(3).addresses);
      end if;
      if dues_v(4).drained then
        checks.equal("reciprocals", reciprocals, dues_v(4).reciprocals);
      end if;
    end procedure pass;

    procedure pause is
    begin
      for cycle in 3 to 8 loop
        pass(total_v + cycle);
      end loop;
    end procedure pause;

    --! A reset breaks the tile off; then it is as if there had been none.
    procedure break_off is
    begin
      choose_tile;
      predict;
      for cycle in 0 to stimuli.pick(0, total_v - 1) loop
        pass(cycle);
      end loop;
      rst <= '1';
      for index in dues_v'range loop
        dues_v(index).looked_up := false;
        dues_v(index).drained   := false;
      end loop;
      pass(total_v);
      rst <= '0';
    end procedure break_off;

  begin
    stimuli.start(seed_g);
    checks.corrupt(corrupt_g);
    wait for 23 ns;
    rst <= '0';
    fill_memories;
    for tile in 1 to 12 loop
      -- New contents need a pause: those of the tile before are still being read.
      if tile = 1 or stimuli.chance(0.4) then
        pause;
        fill_memories;
        for attempt in 1 to 4 loop
          break_off;
        end loop;
      end if;
      choose_tile;
      predict;
      for cycle in 0 to total_v + 2 loop
        pass(cycle);
      end loop;
    end loop;
    pause;
    checks.conclude(100);
    wait;
  end process play;

end architecture bench;
