// A simulated board: the accelerator behind its serial line in Verilator, on a pseudo-terminal that programs open as
// they open the port of a board. Prints "port NAME" and runs until its parent ends or it is stopped.
// Usage: simulator CLOCKS_PER_BIT RESET_SEED NOISE_SEED NOISE_PER_MILLE
// Noise: of a thousand bytes, in each direction, that many have a bit inverted, as many are lost, and before as many a
// byte of garbage is inserted.
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <deque>

#include "Vuart_accelerator.h"
#include "verilated.h"

namespace {

// xorshift64: the noise needs no quality, only to be the same everywhere.
class Noise {
 public:
  Noise(uint64_t seed, unsigned per_mille) : state_(seed * 0x9E3779B97F4A7C15ull + 1), per_mille_(per_mille) {}
  bool strikes() { return next() % 1000 < per_mille_; }
  unsigned next() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_ >> 33;
  }

 private:
  uint64_t state_;
  unsigned per_mille_;
};

constexpr unsigned frame_bits = 10;

// Ten bits, the start bit low: what a byte is on the line, perhaps with one inverted.
unsigned on_line(unsigned byte, Noise &noise) {
  unsigned bits = 1u << 9 | byte << 1;
  if (noise.strikes()) bits ^= 1u << noise.next() % frame_bits;
  return bits;
}

// Drives the line to the board, bit by bit.
class Driver {
 public:
  Driver(unsigned clocks, Noise noise) : clocks_(clocks), noise_(noise) {}
  bool idle() const { return left_ == 0 && bytes_.empty(); }

  void add(unsigned byte) {
    if (noise_.strikes()) bytes_.push_back(noise_.next() & 255);
    if (!noise_.strikes()) bytes_.push_back(byte);
  }

  bool level() {
    if (left_ == 0) {
      if (bytes_.empty()) return true;
      bits_ = on_line(bytes_.front(), noise_);
      bytes_.pop_front();
      left_ = frame_bits * clocks_;
    }
    const unsigned place = frame_bits - 1 - (left_ - 1) / clocks_;
    left_--;
    return bits_ >> place & 1;
  }

 private:
  unsigned clocks_, bits_ = 0, left_ = 0;
  std::deque<unsigned> bytes_;
  Noise noise_;
};

// Reads the line from the board at the centre of each bit.
class Reader {
 public:
  Reader(unsigned clocks, Noise noise, int port) : clocks_(clocks), noise_(noise), port_(port) {}
  bool idle() const { return !receiving_; }

  void sample(bool level) {
    if (!receiving_) {
      if (level) return;
      receiving_ = true;
      clock_ = place_ = bits_ = 0;
    }
    if (clock_ == clocks_ / 2) bits_ |= unsigned(level) << place_;
    if (clock_ == clocks_ / 2 && place_ == frame_bits - 1) {
      receiving_ = false;
      take();
    }
    if (++clock_ == clocks_) {
      clock_ = 0;
      place_++;
    }
  }

 private:
  void take() {
    if (noise_.strikes()) give(noise_.next() & 255);
    if (noise_.strikes()) return;
    give(on_line(bits_ >> 1 & 255, noise_) >> 1 & 255);
  }

  // What nobody reads is lost, as on a board.
  void give(unsigned byte) {
    const unsigned char character = byte;
    if (write(port_, &character, 1) != 1) lost_++;
  }

  unsigned clocks_, clock_ = 0, place_ = 0, bits_ = 0, lost_ = 0;
  bool receiving_ = false;
  Noise noise_;
  int port_;
};

int fail(const char *what) {
  std::perror(what);
  return 1;
}

}  // namespace

int main(int argc, char **argv) {
  if (argc != 5) {
    std::fprintf(stderr, "error: %d arguments instead of 4\n", argc - 1);
    return 1;
  }
  const unsigned clocks = std::strtoul(argv[1], nullptr, 10);
  const uint64_t seed = std::strtoull(argv[3], nullptr, 10);
  const unsigned per_mille = std::strtoul(argv[4], nullptr, 10);

  const int port = posix_openpt(O_RDWR | O_NOCTTY);
  if (port < 0 || grantpt(port) != 0 || unlockpt(port) != 0) return fail("error: no pseudo-terminal");
  const char *name = ptsname(port);
  // Held open: the simulation goes on when a client closes it. Raw: nothing is echoed or changed.
  const int held = name == nullptr ? -1 : open(name, O_RDWR | O_NOCTTY);
  termios settings;
  if (held < 0 || tcgetattr(held, &settings) != 0) return fail("error: no pseudo-terminal");
  cfmakeraw(&settings);
  tcsetattr(held, TCSANOW, &settings);
  fcntl(port, F_SETFL, O_NONBLOCK);

  VerilatedContext context;
  context.randReset(2);
  context.randSeed(std::atoi(argv[2]));
  Vuart_accelerator top(&context);
  Driver driver(clocks, Noise(2 * seed, per_mille));
  Reader reader(clocks, Noise(2 * seed + 1, per_mille), port);
  auto tick = [&] {
    top.clk = 1;
    top.eval();
    top.clk = 0;
    top.eval();
  };
  top.clk = 0;
  top.rx = 1;
  top.rst = 1;
  top.eval();
  for (int cycle = 0; cycle < 4; cycle++) tick();
  top.rst = 0;
  std::printf("port %s\n", name);
  std::fflush(stdout);

  // Longer quiet than any inference: nobody is there, and cycles are simulated only now and then.
  constexpr uint64_t long_quiet = 20000000;
  const pid_t parent = getppid();
  uint64_t quiet = 0;
  while (getppid() == parent) {
    pollfd waiting{port, POLLIN, 0};
    if (poll(&waiting, 1, quiet > long_quiet ? 50 : 0) > 0) {
      unsigned char bytes[256];
      const ssize_t count = read(port, bytes, sizeof bytes);
      for (ssize_t index = 0; index < count; index++) driver.add(bytes[index]);
    }
    for (unsigned cycle = 0; cycle < frame_bits * clocks; cycle++) {
      quiet = driver.idle() && reader.idle() ? quiet + 1 : 0;
      top.rx = driver.level();
      tick();
      reader.sample(top.tx);
    }
  }
  return 0;
}
