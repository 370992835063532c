namespace Bitloom.Estimation;

/// <summary>The engine's entities, as far as their cells are counted apart (docs/engine.md).</summary>
public enum EnginePart
{
    /// <summary>sequencer.vhd.</summary>
    Sequencer,

    /// <summary>drain_control.vhd.</summary>
    DrainControl,

    /// <summary>datapath.vhd but for what is in it.</summary>
    Datapath,

    /// <summary>The cells of mac_array.vhd.</summary>
    Cells,

    /// <summary>mac_array.vhd but for its cells.</summary>
    Array,

    /// <summary>drain_lane.vhd but for what is in it.</summary>
    Lanes,

    /// <summary>epilogue_lane.vhd with its products.</summary>
    Epilogues,

    /// <summary>write_back.vhd.</summary>
    WriteBack,

    /// <summary>row_maxima.vhd.</summary>
    RowMaxima,

    /// <summary>softmax.vhd.</summary>
    Softmax,

    /// <summary>reciprocal_divider.vhd.</summary>
    Divider,

    /// <summary>normalizer.vhd.</summary>
    Normalizer,

    /// <summary>reciprocal_root.vhd.</summary>
    Root,

    /// <summary>activation_banks.vhd and the B bank.</summary>
    Banks,

    /// <summary>weight_memory.vhd.</summary>
    Weights,

    /// <summary>model_memory.vhd but for the weights.</summary>
    Model,

    /// <summary>stream_input.vhd and stream_output.vhd.</summary>
    Streams,

    /// <summary>loader.vhd.</summary>
    Loader,
}
