--! The accelerator of one project: the engine with the constants that the compiler chose. The package
--! accelerator_constants is generated; everything else is not.
library ieee;
use ieee.std_logic_1164.all;
use work.accelerator_constants.all;

entity accelerator is
  port (
    clk        : in  std_ulogic;                                     --! Clock.
    rst        : in  std_ulogic;                                     --! Reset, high.
    load_valid : in  std_ulogic;                                     --! Load: a byte is offered.
    load_ready : out std_ulogic;                                     --! Load: it is taken.
    load_data  : in  std_ulogic_vector(7 downto 0);                  --! Load: the byte.
    load_last  : in  std_ulogic;                                     --! Load: it ends a load.
    in_valid   : in  std_ulogic;                                     --! Input: an element is offered.
    in_ready   : out std_ulogic;                                     --! Input: it is taken.
    in_data    : in  std_ulogic_vector(element_bits_c - 1 downto 0); --! Input: the element.
    in_last    : in  std_ulogic;                                     --! Input: it ends a window.
    out_valid  : out std_ulogic;                                     --! Output: an element is offered.
    out_ready  : in  std_ulogic;                                     --! Output: it is taken.
    out_data   : out std_ulogic_vector(element_bits_c - 1 downto 0); --! Output: the element.
    out_last   : out std_ulogic                                      --! Output: it ends an inference.
  );
end entity accelerator;

architecture rtl of accelerator is
begin

  run : entity work.engine
    generic map (
      loadable_g                 => loadable_c,
      rows_g                     => rows_c,
      columns_g                  => columns_c,
      lanes_g                    => lanes_c,
      pairs_g                    => pairs_c,
      singles_g                  => singles_c,
      pair_kind_g                => pair_kind_c,
      residual_in_dsp_g          => residual_in_dsp_c,
      element_bits_g             => element_bits_c,
      weight_bits_g              => weight_bits_c,
      accumulator_bits_g         => accumulator_bits_c,
      multiplier_bits_g          => multiplier_bits_c,
      residual_multiplier_bits_g => residual_multiplier_bits_c,
      offset_bits_g              => offset_bits_c,
      sum_bits_g                 => sum_bits_c,
      shift_minimum_g            => shift_minimum_c,
      shift_maximum_g            => shift_maximum_c,
      residual_shift_minimum_g   => residual_shift_minimum_c,
      residual_shift_maximum_g   => residual_shift_maximum_c,
      exponential_bits_g         => exponential_bits_c,
      reciprocal_shift_g         => reciprocal_shift_c,
      reciprocal_preshift_g      => reciprocal_preshift_c,
      quotient_bits_g            => quotient_bits_c,
      row_sum_bits_g             => row_sum_bits_c,
      address_bits_g             => address_bits_c,
      count_bits_g               => count_bits_c,
      window_g                   => window_c,
      features_g                 => features_c,
      bank0_depth_g              => bank0_depth_c,
      bank1_depth_g              => bank1_depth_c,
      input_depth_g              => input_depth_c,
      constant_depth_g           => constant_depth_c,
      bankb_depth_g              => bankb_depth_c,
      weight_depth_g             => weight_depth_c,
      epilogue_depth_g           => epilogue_depth_c,
      exponential_depth_g        => exponential_depth_c,
      norm_features_g            => norm_features_c,
      norm_sum_bits_g            => norm_sum_bits_c,
      deviation_bits_g           => deviation_bits_c,
      spread_bits_g              => spread_bits_c,
      root_bits_g                => root_bits_c,
      function_depth_g           => function_depth_c,
      program_depth_g            => program_depth_c,
      bank0_kind_g               => bank0_kind_c,
      bank1_kind_g               => bank1_kind_c,
      input_kind_g               => input_kind_c,
      bankb_kind_g               => bankb_kind_c,
      input_residual_g           => input_residual_c,
      weight_planes_g            => weight_planes_c,
      program_parts_g            => program_parts_c,
      weight_parts_g             => weight_parts_c,
      epilogue_parts_g           => epilogue_parts_c,
      exponential_parts_g        => exponential_parts_c,
      constant_parts_g           => constant_parts_c,
      function_parts_g           => function_parts_c,
      weight_file_g              => weight_file_c,
      epilogue_file_g            => epilogue_file_c,
      exponential_file_g         => exponential_file_c,
      function_file_g            => function_file_c,
      constant_file_g            => constant_file_c,
      program_file_g             => program_file_c
    )
    port map (
      clk        => clk,
      rst        => rst,
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

end architecture rtl;
