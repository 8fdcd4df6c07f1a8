package io.limpide.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Bounds the wrong passwords and codes that come from one address, or are given by one session. */
@Component
class Attempts {
  /** Enough for an office behind one address; far too few to guess. */
  static final int BY_ADDRESS = 50;

  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final int REMEMBERED = 10_000;
  private static final int SUBSCRIBER_BYTES = 8; // one subscriber of IPv6 has 2^64 addresses

  private final Throttle addresses = new Throttle(BY_ADDRESS, WITHIN, REMEMBERED, System::nanoTime);
  private final Throttle accounts =
      new Throttle(SignIns.FAILURES, WITHIN, REMEMBERED, System::nanoTime);

  /** Takes a try of an address; returns how long to wait where none is left. */
  Optional<Duration> take(HttpServletRequest request) {
    return take(address(request));
  }

  Optional<Duration> take(String address) {
    return addresses.take(address);
  }

  /** Gives it back: the password or code was right. */
  void right(HttpServletRequest request) {
    addresses.giveBack(address(request));
  }

  /** Takes a try of somebody who is signed in and proves again who he is. */
  boolean take(Caller caller) {
    return accounts.take(String.valueOf(caller.id())).isEmpty();
  }

  /** Gives it back. */
  void right(Caller caller) {
    accounts.giveBack(String.valueOf(caller.id()));
  }

  /**
   * Returns where a request comes from. Behind a proxy on this machine that is what the proxy
   * appended; from elsewhere the header says what its sender likes, and is not read.
   */
  static String address(HttpServletRequest request) {
    try {
      InetAddress remote = InetAddress.getByName(request.getRemoteAddr());
      String forwarded = request.getHeader("X-Forwarded-For");
      if (remote.isLoopbackAddress() && forwarded != null) {
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        if (last.matches("[0-9A-Fa-f:.]{2,45}")) { // an address, never a name to be looked up
          remote = InetAddress.getByName(last);
        }
      }
      return remote instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(remote.getAddress(), SUBSCRIBER_BYTES))
          : remote.getHostAddress();
    } catch (UnknownHostException e) {
      return request.getRemoteAddr();
    }
  }
}
