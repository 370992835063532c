using System.Net;
using System.Net.Sockets;

namespace Bitloom.Studio;

/// <summary>Sockets of one port of this machine, which no other machine reaches.</summary>
internal sealed record LoopbackSockets(int Port, IReadOnlyList<Socket> Sockets)
{
    /// <summary>127.0.0.1, and ::1 where there is one and its port is free; null when the first is taken.</summary>
    public static LoopbackSockets? Bind(int port)
    {
        if (Bound(IPAddress.Loopback, port) is not { } first)
            return null;
        var bound = ((IPEndPoint)first.LocalEndPoint!).Port;
        return new(bound, Bound(IPAddress.IPv6Loopback, bound) is { } second ? [first, second] : [first]);
    }

    /// <summary>The socket of one of the end points.</summary>
    public Socket At(EndPoint endPoint) => Sockets.Single(socket => socket.LocalEndPoint!.Equals(endPoint));

    private static Socket? Bound(IPAddress address, int port)
    {
        try
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            return Bound(socket, new(address, port)) ? socket : null;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static bool Bound(Socket socket, IPEndPoint endPoint)
    {
        try
        {
            socket.Bind(endPoint);
            return true;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return false;
        }
    }
}
