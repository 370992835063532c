// Plays windows through the accelerator in Verilator, as accelerator_tb.vhd does in GHDL, and prints the same lines.
// Usage: simulator INPUT EXPECTED WINDOW_ELEMENTS OUTPUT_ELEMENTS STALL_SEED RESET_SEED WATCHDOG OUTPUT
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
  if (argc != 9) {
    std::printf("mismatch: %d arguments instead of 8\n", argc - 1);
    return 1;
  }
  const std::vector<uint32_t> input = read_words(argv[1]);
  const std::vector<uint32_t> expected = read_words(argv[2]);
  const size_t window = std::strtoul(argv[3], nullptr, 10);
  const size_t outputs = std::strtoul(argv[4], nullptr, 10);
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
  Stalls offer(seed), take(seed == 0 ? 0 : seed + 1);
  top.clk = 0;
  top.in_valid = 0;
  top.out_ready = 0;
  top.rst = 1;
  top.eval();
  for (int cycle = 0; cycle < 4; cycle++) tick(top);
  top.rst = 0;

  size_t offered = 0, beat = 0;
  uint64_t cycle = 0, first = 0, waited = 0;
  bool valid = false;
  while (beat < expected.size()) {
    // An element that was offered stays offered until it is taken.
    valid = offered < input.size() && (valid || !offer.next());
    top.in_valid = valid;
    top.in_data = valid ? input[offered] : 0;
    top.in_last = (offered + 1) % window == 0;
    top.out_ready = !take.next();
    top.eval();
    const bool taken = valid && top.in_ready;
    const bool given = top.out_valid && top.out_ready;
    const uint32_t data = top.out_data;
    const bool last = top.out_last;
    tick(top);
    cycle++;
    if (taken) {
      if (offered % window == 0) first = cycle;
      offered++;
      valid = false;
    }
    if (!given) {
      if (++waited < watchdog) continue;
      std::printf("watchdog: no output beat for %llu cycles\n", static_cast<unsigned long long>(watchdog));
      return 1;
    }
    waited = 0;
    const bool should_end = beat % outputs == outputs - 1;
    if (data != expected[beat]) {
      std::printf("mismatch: window %zu element %zu expected %X found %X\n", beat / outputs, beat % outputs,
                  expected[beat], data);
      return 1;
    }
    if (last != should_end) {
      std::printf("mismatch: last is %d at element %zu\n", last, beat % outputs);
      return 1;
    }
    if (seen != nullptr) std::fprintf(seen, "%x\n", data);
    if (last) {
      std::printf("window %zu cycles %llu\n", beat / outputs, static_cast<unsigned long long>(cycle - first + 1));
    }
    beat++;
  }
  if (seen != nullptr) std::fclose(seen);
  std::printf("checked %zu beats\n", beat);
  return 0;
}
