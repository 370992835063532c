--! What travels between the engine's parts, and how an instruction word is laid out (docs/engine.md, Instructions).
library ieee;
use ieee.std_logic_1164.all;
use ieee.numeric_std.all;

package engine_types is

  --! An address or count of an instruction, zero-extended.
  subtype field_t is unsigned(15 downto 0);

  --! A clamp bound, sign-extended.
  subtype bound_t is signed(15 downto 0);

  subtype opcode_t is unsigned(2 downto 0);

  constant matmul_c        : opcode_t := "000"; --! A matrix product with its epilogue.
  constant softmax_c       : opcode_t := "001"; --! The softmax of a tile of rows begins.
  constant end_c           : opcode_t := "010"; --! The last output is streamed; then the program starts again.
  constant probabilities_c : opcode_t := "011"; --! The softmax's probabilities are written.
  constant output_c        : opcode_t := "100"; --! An output is streamed; then the program goes on.
  constant norm_c          : opcode_t := "101"; --! LayerNorm or RMSNorm of the rows of a tile.

  constant bank0_c    : unsigned(1 downto 0) := "00"; --! First activation bank.
  constant bank1_c    : unsigned(1 downto 0) := "01"; --! Second activation bank.
  constant input_c    : unsigned(1 downto 0) := "10"; --! As a source: the input bank.
  constant constant_c : unsigned(1 downto 0) := "11"; --! As a source: the constant bank.
  constant bankb_c    : unsigned(1 downto 0) := "10"; --! As a destination: the B bank.

  constant a_layout_c   : unsigned(1 downto 0) := "00"; --! T tokens at one feature.
  constant key_layout_c : unsigned(1 downto 0) := "01"; --! G tokens at one feature.
  constant row_layout_c : unsigned(1 downto 0) := "10"; --! G features of one token.

  --! A decoded instruction; counts are one less than what they count.
  type instruction_t is record
    opcode            : opcode_t;
    start_delay       : field_t;
    a_bank            : unsigned(1 downto 0);
    a_unsigned        : std_ulogic;
    a_base            : field_t;
    a_stride          : field_t;
    b_bank            : std_ulogic;
    b_base            : field_t;
    b_stride          : field_t;
    steps             : field_t;
    tile_cycles       : field_t;
    row_tiles         : field_t;
    column_tiles      : field_t;
    last_columns      : field_t;
    last_rows         : field_t;
    groups            : field_t;
    constant_base     : field_t;
    constant_shared   : std_ulogic;
    residual          : std_ulogic;
    residual_unsigned : std_ulogic;
    residual_bank     : unsigned(1 downto 0);
    residual_base     : field_t;
    residual_stride   : field_t;
    k                 : unsigned(5 downto 0);
    s                 : unsigned(5 downto 0);
    minimum           : bound_t;
    maximum           : bound_t;
    d_bank            : unsigned(1 downto 0);
    d_layout          : unsigned(1 downto 0);
    d_base            : field_t;
    d_row_stride      : field_t;
    d_column_stride   : field_t;
    d_key_stride      : field_t;
    maxima            : std_ulogic;
    lookup            : std_ulogic;
    function_base     : field_t;
    centered          : std_ulogic;
    causal            : std_ulogic;
  end record instruction_t;

  --! What the drain does with one tile.
  type drain_t is record
    softmax           : std_ulogic; --! The values are probabilities, not sums of products.
    norm              : std_ulogic; --! The values are normalized, not sums of products.
    columns           : field_t;    --! Columns - 1.
    rows              : field_t;    --! Valid rows - 1.
    groups            : field_t;    --! Groups a column - 1.
    constant_address  : field_t;    --! Epilogue word of column 0.
    constant_shared   : std_ulogic;
    residual          : std_ulogic;
    residual_unsigned : std_ulogic;
    residual_bank     : unsigned(1 downto 0);
    residual_address  : field_t; --! Residual word of column 0.
    k                 : unsigned(5 downto 0);
    s                 : unsigned(5 downto 0);
    minimum           : bound_t;
    maximum           : bound_t;
    d_bank            : unsigned(1 downto 0);
    d_layout          : unsigned(1 downto 0);
    d_address         : field_t; --! Destination word of column 0.
    d_key_stride      : field_t;
    maxima            : std_ulogic; --! The rows' maxima are wanted.
    first_tile        : std_ulogic; --! They begin with this tile.
    causal            : std_ulogic; --! Of the keys up to the row's token only; function_base is the tile's first token.
    first_key         : field_t;    --! Key of column 0.
    lookup            : std_ulogic; --! The results are looked up in a function's table.
    function_base     : field_t;    --! Its first word.
  end record drain_t;

  --! What follows a drain slot through the epilogue to the banks.
  type slot_t is record
    valid             : std_ulogic;
    softmax           : std_ulogic;
    norm              : std_ulogic;
    residual          : std_ulogic;
    residual_unsigned : std_ulogic;
    residual_bank     : unsigned(1 downto 0);
    group_index       : field_t; --! Group of R rows.
    column            : field_t; --! Column of the tile.
    key_index         : field_t; --! Key layout: word of the column.
    k                 : unsigned(5 downto 0);
    s                 : unsigned(5 downto 0);
    minimum           : bound_t;
    maximum           : bound_t;
    d_bank            : unsigned(1 downto 0);
    d_layout          : unsigned(1 downto 0);
    d_address         : field_t;    --! Destination word.
    rows              : field_t;    --! Valid rows of the tile - 1.
    word_complete     : std_ulogic; --! A and key layout: the slot completes a word.
    tile_complete     : std_ulogic; --! Row layout: the slot completes the tile.
    maxima            : std_ulogic; --! The rows' maxima are wanted.
    first_column      : std_ulogic; --! They begin with this column.
    causal            : std_ulogic; --! Only rows from the one at ahead on see this column.
    ahead             : field_t;    --! Key less the tile's first token, two's complement.
    lookup            : std_ulogic; --! The results are looked up in a function's table.
    function_base     : field_t;    --! Its first word.
  end record slot_t;

  --! Nothing to drain.
  constant no_slot_c : slot_t := (
    valid             => '0',
    softmax           => '0',
    norm              => '0',
    residual          => '0',
    residual_unsigned => '0',
    residual_bank     => "00",
    group_index       => (others => '0'),
    column            => (others => '0'),
    key_index         => (others => '0'),
    k                 => (others => '0'),
    s                 => (others => '0'),
    minimum           => (others => '0'),
    maximum           => (others => '0'),
    d_bank            => "00",
    d_layout          => "00",
    d_address         => (others => '0'),
    rows              => (others => '0'),
    word_complete     => '0',
    tile_complete     => '0',
    maxima            => '0',
    first_column      => '0',
    causal            => '0',
    ahead             => (others => '0'),
    lookup            => '0',
    function_base     => (others => '0')
  );

  type naturals_t is array (natural range <>) of natural;

  --! Bits of an element of all planes of the weight memory: two numbers a plane, bits and words.
  function plane_bits(planes : naturals_t) return positive;

  --! Bytes of a loaded word.
  function bytes(bits : positive) return positive;

  --! Bits of the widest loaded word, rounded up to bytes; the settings have count_bits.
  function load_bits(widths : naturals_t; count_bits : positive) return positive;

  --! A loaded word, which is in the high bytes of what has been taken.
  function loaded(data : std_ulogic_vector; bits : positive) return std_ulogic_vector;

  --! A counter or address as a field.
  function field(value : unsigned) return field_t;

  --! Bits of an instruction word.
  function instruction_bits(address_bits, count_bits, element_bits : positive) return positive;

  --! Splits an instruction word into its fields.
  function decode(
    word         : std_ulogic_vector;
    address_bits : positive;
    count_bits   : positive;
    element_bits : positive
  ) return instruction_t;

end package engine_types;

package body engine_types is

  function field(value : unsigned) return field_t is
    variable result_v : field_t := (others => '0');
  begin
    result_v(value'length - 1 downto 0) := value;
    return result_v;
  end function field;

  function plane_bits(planes : naturals_t) return positive is
    variable bits_v : natural := 0;
  begin
    for index in 0 to planes'length / 2 - 1 loop
      bits_v := bits_v + planes(planes'low + 2 * index);
    end loop;
    return bits_v;
  end function plane_bits;

  function bytes(bits : positive) return positive is
  begin
    return (bits + 7) / 8;
  end function bytes;

  function load_bits(widths : naturals_t; count_bits : positive) return positive is
    variable result_v : positive := bytes(count_bits);
  begin
    for index in widths'range loop
      if bytes(widths(index)) > result_v then
        result_v := bytes(widths(index));
      end if;
    end loop;
    return 8 * result_v;
  end function load_bits;

  function loaded(data : std_ulogic_vector; bits : positive) return std_ulogic_vector is
    constant low_c : natural := data'length - 8 * bytes(bits);
  begin
    return data(low_c + bits - 1 downto low_c);
  end function loaded;

  type widths_t is array (0 to 37) of natural;

  --! The widths of the fields, from the low bit up.
  function widths(a, c, e : positive) return widths_t is
  begin
    return (
      3, c, 2, 1, a, a, 1, a, a,
      c, c, c, c, c, c, c,
      a, 1, 1, 1, 2, a, a,
      6, 6, e + 1, e + 1,
      2, 2, a, a, a, a, 1,
      1, a, 1, 1);
  end function widths;

  --! The low bit of field index.
  function offset(index : natural; a, c, e : positive) return natural is
    constant widths_c : widths_t := widths(a, c, e);
    variable bits_v   : natural  := 0;
  begin
    for field in 0 to 37 loop
      if field < index then
        bits_v := bits_v + widths_c(field);
      end if;
    end loop;
    return bits_v;
  end function offset;

  function instruction_bits(address_bits, count_bits, element_bits : positive) return positive is
  begin
    return offset(38, address_bits, count_bits, element_bits);
  end function instruction_bits;

  function number(word : std_ulogic_vector; low : natural; bits : positive) return field_t is
    variable result_v : field_t := (others => '0');
  begin
    result_v(bits - 1 downto 0) := unsigned(word(low + bits - 1 downto low));
    return result_v;
  end function number;

  function bound(word : std_ulogic_vector; low : natural; bits : positive) return bound_t is
    variable result_v : bound_t;
  begin
    result_v := (others => word(low + bits - 1));
    result_v(bits - 1 downto 0) := signed(word(low + bits - 1 downto low));
    return result_v;
  end function bound;

  function decode(
    word         : std_ulogic_vector;
    address_bits : positive;
    count_bits   : positive;
    element_bits : positive
  ) return instruction_t is
    variable result_v : instruction_t;

    function at(index : natural) return natural is
    begin
      return offset(index, address_bits, count_bits, element_bits);
    end function at;

  begin
    result_v.opcode            := unsigned(word(2 downto 0));
    result_v.start_delay       := number(word, at(1), count_bits);
    result_v.a_bank            := unsigned(word(at(2) + 1 downto at(2)));
    result_v.a_unsigned        := word(at(3));
    result_v.a_base            := number(word, at(4), address_bits);
    result_v.a_stride          := number(word, at(5), address_bits);
    result_v.b_bank            := word(at(6));
    result_v.b_base            := number(word, at(7), address_bits);
    result_v.b_stride          := number(word, at(8), address_bits);
    result_v.steps             := number(word, at(9), count_bits);
    result_v.tile_cycles       := number(word, at(10), count_bits);
    result_v.row_tiles         := number(word, at(11), count_bits);
    result_v.column_tiles      := number(word, at(12), count_bits);
    result_v.last_columns      := number(word, at(13), count_bits);
    result_v.last_rows         := number(word, at(14), count_bits);
    result_v.groups            := number(word, at(15), count_bits);
    result_v.constant_base     := number(word, at(16), address_bits);
    result_v.constant_shared   := word(at(17));
    result_v.residual          := word(at(18));
    result_v.residual_unsigned := word(at(19));
    result_v.residual_bank     := unsigned(word(at(20) + 1 downto at(20)));
    result_v.residual_base     := number(word, at(21), address_bits);
    result_v.residual_stride   := number(word, at(22), address_bits);
    result_v.k                 := unsigned(word(at(23) + 5 downto at(23)));
    result_v.s                 := unsigned(word(at(24) + 5 downto at(24)));
    result_v.minimum           := bound(word, at(25), element_bits + 1);
    result_v.maximum           := bound(word, at(26), element_bits + 1);
    result_v.d_bank            := unsigned(word(at(27) + 1 downto at(27)));
    result_v.d_layout          := unsigned(word(at(28) + 1 downto at(28)));
    result_v.d_base            := number(word, at(29), address_bits);
    result_v.d_row_stride      := number(word, at(30), address_bits);
    result_v.d_column_stride   := number(word, at(31), address_bits);
    result_v.d_key_stride      := number(word, at(32), address_bits);
    result_v.maxima            := word(at(33));
    result_v.lookup            := word(at(34));
    result_v.function_base     := number(word, at(35), address_bits);
    result_v.centered          := word(at(36));
    result_v.causal            := word(at(37));
    return result_v;
  end function decode;

end package body engine_types;
