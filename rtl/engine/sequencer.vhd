--! Reads the program and issues its tiles: operand addresses, and for each tile what the drain must do with it.
--! Timing is static (docs/engine.md, Time): an instruction starts start_delay cycles after its predecessor's last tile.
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;
use work.engine_types.all;

entity sequencer is
  generic (
    rows_g         : positive; --! T.
    columns_g      : positive; --! G.
    element_bits_g : positive; --! AW.
    address_bits_g : positive; --! AB.
    count_bits_g   : positive; --! CB.
    program_bits_g : positive  --! Width of the program address.
  );
  port (
    clk             : in  std_ulogic;                                   --! Clock.
    rst             : in  std_ulogic;                                   --! Reset, high.
    start           : in  std_ulogic;                                   --! The input is complete.
    program_address : out std_ulogic_vector(program_bits_g - 1 downto 0); --! Address of the next instruction.
    program_word    : in  std_ulogic_vector(
      instruction_bits(address_bits_g, count_bits_g, element_bits_g) - 1 downto 0); --! The next instruction.
    current         : out instruction_t;                                --! The instruction under way.
    a_address       : out unsigned(address_bits_g - 1 downto 0);        --! A operand.
    b_address       : out unsigned(address_bits_g - 1 downto 0);        --! B operand.
    step_valid      : out std_ulogic;                                   --! The addresses are those of a step.
    step_first      : out std_ulogic;                                   --! It is the tile's first step.
    step_last       : out std_ulogic;                                   --! It is the tile's last step.
    softmax_start   : out std_ulogic;                                   --! First cycle of SOFTMAX.
    softmax_write   : out std_ulogic;                                   --! First cycle of PROBABILITIES.
    norm_start      : out std_ulogic;                                   --! First cycle of a normalization tile.
    drain           : out drain_t;                                      --! What to do with the tile.
    output_start    : out std_ulogic;                                   --! The output can be streamed.
    output_done     : in  std_ulogic;                                   --! It has been.
    idle            : out std_ulogic                                    --! Waiting for input.
  );
end entity sequencer;

architecture rtl of sequencer is
  subtype address_t is unsigned(address_bits_g - 1 downto 0);
  subtype count_t is unsigned(count_bits_g - 1 downto 0);

  type state_t is (waiting, delaying, issuing, finishing);

  signal state         : state_t                              := waiting;
  signal counter       : unsigned(program_bits_g - 1 downto 0) := (others => '0');
  signal instruction   : instruction_t;
  signal fetched       : instruction_t;
  signal cycle         : count_t   := (others => '0');
  signal delay_left    : count_t   := (others => '0');
  signal rows_left     : count_t   := (others => '0');
  signal columns_left  : count_t   := (others => '0');
  signal key_tile      : count_t   := (others => '0');
  signal a_row         : address_t := (others => '0');
  signal a_now         : address_t := (others => '0');
  signal b_tile        : address_t := (others => '0');
  signal b_now         : address_t := (others => '0');
  signal d_row         : address_t := (others => '0');
  signal d_tile        : address_t := (others => '0');
  signal residual_row  : address_t := (others => '0');
  signal residual_tile : address_t := (others => '0');
  signal constant_tile : address_t := (others => '0');
  signal finish        : std_ulogic := '0';
  signal tile_done     : std_ulogic;
  signal program_step  : std_ulogic;
  signal issues_matmul : std_ulogic;

begin

  program_address <= std_ulogic_vector(counter);
  fetched         <= decode(program_word, address_bits_g, count_bits_g, element_bits_g);
  current         <= instruction;
  a_address       <= a_now;
  b_address       <= b_now;
  output_start    <= finish;
  idle            <= '1' when state = waiting else '0';

  issues_matmul <= '1' when state = issuing and instruction.opcode = matmul_c else '0';
  step_valid    <= '1' when issues_matmul = '1' and cycle <= instruction.steps(count_bits_g - 1 downto 0) else '0';
  step_first    <= '1' when cycle = 0 else '0';
  step_last     <= '1' when issues_matmul = '1' and cycle = instruction.steps(count_bits_g - 1 downto 0) else '0';
  softmax_start <= '1' when state = issuing and instruction.opcode = softmax_c and cycle = 0 else '0';
  softmax_write <= '1' when state = issuing and instruction.opcode = probabilities_c and cycle = 0 else '0';
  norm_start    <= '1' when state = issuing and instruction.opcode = norm_c and cycle = 0 else '0';

  tile_done    <= '1' when state = issuing and cycle = instruction.tile_cycles(count_bits_g - 1 downto 0) else '0';
  program_step <= '1' when (state = waiting and start = '1')
                  or (tile_done = '1' and rows_left = 0 and columns_left = 0)
                  or (state = finishing and output_done = '1' and instruction.opcode = output_c) else '0';

  describe_drain : process (all) is
  begin
    drain.softmax <= '0';
    drain.norm    <= '0';
    drain.columns <= to_unsigned(columns_g - 1, 16);
    if columns_left = 0 then
      drain.columns <= instruction.last_columns;
    end if;
    if instruction.opcode = probabilities_c then
      drain.softmax <= '1';
      drain.columns <= instruction.steps;
    end if;
    if instruction.opcode = norm_c then
      drain.norm <= '1';
    end if;
    drain.rows <= to_unsigned(rows_g - 1, 16);
    if rows_left = 0 then
      drain.rows <= instruction.last_rows;
    end if;
    drain.groups            <= instruction.groups;
    drain.constant_address  <= field(constant_tile);
    drain.constant_shared   <= instruction.constant_shared;
    drain.residual          <= instruction.residual;
    drain.residual_unsigned <= instruction.residual_unsigned;
    drain.residual_bank     <= instruction.residual_bank;
    drain.residual_address  <= field(residual_tile);
    drain.k                 <= instruction.k;
    drain.s                 <= instruction.s;
    drain.minimum           <= instruction.minimum;
    drain.maximum           <= instruction.maximum;
    drain.d_bank            <= instruction.d_bank;
    drain.d_layout          <= instruction.d_layout;
    drain.d_address         <= field(d_tile);
    drain.d_key_stride      <= instruction.d_key_stride;
    drain.maxima            <= instruction.maxima;
    drain.causal            <= instruction.causal;
    drain.first_key         <= field(key_tile);
    drain.first_tile        <= '0';
    if columns_left = instruction.column_tiles(count_bits_g - 1 downto 0) then
      drain.first_tile <= '1';
    end if;
    drain.lookup            <= instruction.lookup;
    drain.function_base     <= instruction.function_base;
  end process describe_drain;

  walk_tiles : process (clk) is
    variable a_next_v        : address_t;
    variable b_next_v        : address_t;
    variable d_next_v        : address_t;
    variable residual_next_v : address_t;
  begin
    if rising_edge(clk) then
      --! Still while it waits: a moving address makes the memories and the whole array toggle for nothing.
      if state = issuing then
        cycle <= cycle + 1;
        a_now <= a_now + 1;
        b_now <= b_now + 1;
      end if;
      if state = delaying then
        cycle <= (others => '0');
        a_now <= a_row;
        b_now <= b_tile;
      end if;
      if tile_done = '1' then
        cycle <= (others => '0');
        if columns_left = 0 then
          a_next_v        := a_row + instruction.a_stride(address_bits_g - 1 downto 0);
          d_next_v        := d_row + instruction.d_row_stride(address_bits_g - 1 downto 0);
          residual_next_v := residual_row + instruction.residual_stride(address_bits_g - 1 downto 0);
          b_next_v        := instruction.b_base(address_bits_g - 1 downto 0);
          columns_left    <= instruction.column_tiles(count_bits_g - 1 downto 0);
          key_tile        <= (others => '0');
          rows_left       <= rows_left - 1;
          a_row           <= a_next_v;
          d_row           <= d_next_v;
          residual_row    <= residual_next_v;
          a_now           <= a_next_v;
          d_tile          <= d_next_v;
          residual_tile   <= residual_next_v;
          constant_tile   <= instruction.constant_base(address_bits_g - 1 downto 0);
        else
          b_next_v      := b_tile + instruction.b_stride(address_bits_g - 1 downto 0);
          columns_left  <= columns_left - 1;
          key_tile      <= key_tile + columns_g;
          a_now         <= a_row;
          d_tile        <= d_tile + instruction.d_column_stride(address_bits_g - 1 downto 0);
          residual_tile <= residual_tile + columns_g;
          if instruction.constant_shared = '0' then
            constant_tile <= constant_tile + columns_g;
          end if;
        end if;
        b_tile <= b_next_v;
        b_now  <= b_next_v;
      end if;
      if program_step = '1' then
        instruction   <= fetched;
        cycle         <= (others => '0');
        delay_left    <= fetched.start_delay(count_bits_g - 1 downto 0);
        rows_left     <= fetched.row_tiles(count_bits_g - 1 downto 0);
        columns_left  <= fetched.column_tiles(count_bits_g - 1 downto 0);
        key_tile      <= (others => '0');
        a_row         <= fetched.a_base(address_bits_g - 1 downto 0);
        a_now         <= fetched.a_base(address_bits_g - 1 downto 0);
        b_tile        <= fetched.b_base(address_bits_g - 1 downto 0);
        b_now         <= fetched.b_base(address_bits_g - 1 downto 0);
        d_row         <= fetched.d_base(address_bits_g - 1 downto 0);
        d_tile        <= fetched.d_base(address_bits_g - 1 downto 0);
        residual_row  <= fetched.residual_base(address_bits_g - 1 downto 0);
        residual_tile <= fetched.residual_base(address_bits_g - 1 downto 0);
        constant_tile <= fetched.constant_base(address_bits_g - 1 downto 0);
      end if;
      if state = delaying then
        delay_left <= delay_left - 1;
      end if;
    end if;
  end process walk_tiles;

  control : process (clk) is
  begin
    if rising_edge(clk) then
      finish <= '0';
      if program_step = '1' then
        counter <= counter + 1;
        if fetched.start_delay /= 0 then
          state <= delaying;
        elsif fetched.opcode = end_c or fetched.opcode = output_c then
          state  <= finishing;
          finish <= '1';
        else
          state <= issuing;
        end if;
      elsif state = delaying and delay_left = 1 then
        state <= issuing;
        if instruction.opcode = end_c or instruction.opcode = output_c then
          state  <= finishing;
          finish <= '1';
        end if;
      elsif state = finishing and output_done = '1' then
        state   <= waiting;
        counter <= (others => '0');
      end if;
      if rst = '1' then
        state   <= waiting;
        counter <= (others => '0');
        finish  <= '0';
      end if;
    end if;
  end process control;

end architecture rtl;
