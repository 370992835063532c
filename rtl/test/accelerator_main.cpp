// Plays windows and loads through the accelerator in Verilator, as accelerator_tb.vhd does in GHDL, and prints the same
// lines.
// Usage: simulator INPUT EXPECTED WINDOW_ELEMENTS OUTPUT_ELEMENTS STALL_SEED RESET_SEED WATCHDOG OUTPUT LOAD
// LOAD is a file of phases (load_script.vhd), or none: then all windows have the given numbers of elements.
// STALL_SEED 0 plays at full speed; registers without a reset start from random values drawn by RESET_SEED.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "Vaccelerator.h"
#include "verilated.h"

namespace {

std::vector<uint32_t> read_words(const char *name) {
  std::vector<uint32_t> words;
  FILE *file = std::fopen(name, "r");
  if (file == nullptr) {
    std::printf("memory contents: cannot open %s\n", name);
    std::exit(1);
  }
  unsigned word = 0;
  while (std::fscanf(file, "%x", &word) == 1) words.push_back(word);
  std::fclose(file);
  return words;
}

// A load, which may be empty, and the windows before the next one.
struct Phase {
  std::vector<uint32_t> load;
  size_t windows, inputs, outputs;
};

std::vector<Phase> read_phases(const char *name, const Phase &whole) {
  if (std::strcmp(name, "none") == 0) return {whole};
  std::vector<Phase> phases;
  Phase phase{};
  char line[80];
  FILE *file = std::fopen(name, "r");
  if (file == nullptr) {
    std::printf("memory contents: cannot open %s\n", name);
    std::exit(1);
  }
  while (std::fgets(line, sizeof line, file) != nullptr) {
    if (line[0] != '=') {
      phase.load.push_back(std::strtoul(line, nullptr, 16));
    } else if (std::sscanf(line + 1, "%zu %zu %zu", &phase.windows, &phase.inputs, &phase.outputs) == 3) {
      phases.push_back(phase);
      phase = Phase{};
    }
  }
  std::fclose(file);
  return phases;
}

// Where a stream of windows is.
struct Place {
  size_t phase = 0, window = 0, element = 0;

  // Goes on to the phase of the next window.
  void settle(const std::vector<Phase> &phases) {
    while (phase + 1 < phases.size() && window == phases[phase].windows) {
      phase++;
      window = 0;
    }
  }

  // Passes an element of a window of that size; true when it was the last.
  bool pass(size_t size) {
    if (++element < size) return false;
    element = 0;
    window++;
    return true;
  }
};

// The loads: a phase's is offered when all windows before it have begun.
class Loads {
 public:
  explicit Loads(const std::vector<Phase> &phases) : phases_(phases), due_(phases[0].windows) {}

  void settle(size_t begun) {
    while (done() && phase_ + 1 < phases_.size() && begun >= due_) {
      due_ += phases_[++phase_].windows;
      byte_ = 0;
    }
  }

  bool done() const { return byte_ == phases_[phase_].load.size(); }
  bool last() const { return byte_ + 1 == phases_[phase_].load.size(); }
  uint32_t byte() const { return phases_[phase_].load[byte_]; }
  void pass() { byte_++; }
  size_t phase() const { return phase_; }

 private:
  const std::vector<Phase> &phases_;
  size_t phase_ = 0, byte_ = 0, due_;
};

// xorshift64: the stalls need no quality, only to be the same everywhere.
class Stalls {
 public:
  explicit Stalls(uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ull), enabled_(seed != 0) {}
  bool next() {
    if (!enabled_) return false;
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return (state_ >> 32) % 10 < 4;
  }

 private:
  uint64_t state_;
  bool enabled_;
};

void tick(Vaccelerator &top) {
  top.clk = 1;
  top.eval();
  top.clk = 0;
  top.eval();
}

}  // namespace

int main(int argc, char **argv) {
  if (argc != 10) {
    std::printf("mismatch: %d arguments instead of 9\n", argc - 1);
    return 1;
  }
  const std::vector<uint32_t> input = read_words(argv[1]);
  const std::vector<uint32_t> expected = read_words(argv[2]);
  const std::vector<Phase> phases = read_phases(
      argv[9], Phase{{}, SIZE_MAX, std::strtoul(argv[3], nullptr, 10), std::strtoul(argv[4], nullptr, 10)});
  const uint64_t seed = std::strtoull(argv[5], nullptr, 10);
  const uint64_t watchdog = std::strtoull(argv[7], nullptr, 10);
  FILE *seen = std::strcmp(argv[8], "none") == 0 ? nullptr : std::fopen(argv[8], "w");
  if (expected.empty()) {
    std::printf("no vectors in %s\n", argv[2]);
    return 1;
  }

  VerilatedContext context;
  context.randReset(2);
  context.randSeed(std::atoi(argv[6]));
  Vaccelerator top(&context);
  Stalls offer(seed), take(seed == 0 ? 0 : seed + 1), send(seed == 0 ? 0 : seed + 2);
  top.clk = 0;
  top.load_valid = 0;
  top.in_valid = 0;
  top.out_ready = 0;
  top.rst = 1;
  top.eval();
  for (int cycle = 0; cycle < 4; cycle++) tick(top);
  top.rst = 0;

  size_t offered = 0, begun = 0, beat = 0, number = 0;
  uint64_t cycle = 0, first = 0, waited = 0;
  bool valid = false, load_valid = false;
  Loads loads(phases);
  Place in, out;
  size_t released = loads.done() ? 1 : 0;  // Phases of which a byte has been offered.
  while (beat < expected.size()) {
    loads.settle(begun);
    in.settle(phases);
    out.settle(phases);
    // What was offered stays offered until it is taken.
    load_valid = !loads.done() && (load_valid || !send.next());
    top.load_valid = load_valid;
    top.load_data = load_valid ? loads.byte() : 0;
    top.load_last = load_valid && loads.last();
    valid = in.phase < released && offered < input.size() && (valid || !offer.next());
    top.in_valid = valid;
    top.in_data = valid ? input[offered] : 0;
    top.in_last = in.element + 1 == phases[in.phase].inputs;
    top.out_ready = !take.next();
    top.eval();
    const bool loaded = load_valid && top.load_ready;
    const bool taken = valid && top.in_ready;
    const bool given = top.out_valid && top.out_ready;
    const uint32_t data = top.out_data;
    const bool last = top.out_last;
    tick(top);
    cycle++;
    if (load_valid || loads.done()) released = loads.phase() + 1;
    if (loaded) {
      loads.pass();
      load_valid = false;
    }
    if (taken) {
      if (in.element == 0) {
        first = cycle;
        begun++;
      }
      in.pass(phases[in.phase].inputs);
      offered++;
      valid = false;
    }
    if (!given) {
      if (++waited < watchdog) continue;
      std::printf("watchdog: no output beat for %llu cycles\n", static_cast<unsigned long long>(watchdog));
      return 1;
    }
    waited = 0;
    if (data != expected[beat]) {
      std::printf("mismatch: window %zu element %zu expected %X found %X\n", number, out.element, expected[beat],
                  data);
      return 1;
    }
    if (last != (out.element + 1 == phases[out.phase].outputs)) {
      std::printf("mismatch: last is %d at element %zu\n", last, out.element);
      return 1;
    }
    if (seen != nullptr) std::fprintf(seen, "%x\n", data);
    if (out.pass(phases[out.phase].outputs)) {
      std::printf("window %zu cycles %llu\n", number++, static_cast<unsigned long long>(cycle - first + 1));
    }
    beat++;
  }
  if (seen != nullptr) std::fclose(seen);
  std::printf("checked %zu beats\n", beat);
  return 0;
}
