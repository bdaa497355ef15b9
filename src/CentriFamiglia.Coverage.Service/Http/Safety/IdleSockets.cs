using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CentriFamiglia.Coverage.Service.Http.Safety;

/// <summary>
/// Connections on which nothing is being answered, bounded per address: one that opens more loses the one that has been idle longest,
/// so that nobody keeps others out by holding sockets. Those that are being answered do not count. Thread-safe.
/// </summary>
/// <param name="most">Idle ones of one address.</param>
internal sealed class IdleSockets(int most)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedList<ConnectionContext>> _idle = new(StringComparer.Ordinal);

    public void Use(ListenOptions listen) => listen.Use(next => async connection =>
    {
        var socket = new Socket(this, connection);
        connection.Features.Set(socket);
        socket.Rest();
        try
        {
            await next(connection);
        }
        finally
        {
            socket.Work();
        }
    });

    /// <summary>One connection.</summary>
    internal sealed class Socket(IdleSockets all, ConnectionContext connection)
    {
        private readonly LinkedListNode<ConnectionContext> _place = new(connection);
        private readonly string _address = (connection.RemoteEndPoint as IPEndPoint)?.Address.ToString() ?? "";

        /// <summary>Nothing is being answered on it.</summary>
        public void Rest()
        {
            ConnectionContext? longest = null;
            lock (all._gate)
            {
                if (!all._idle.TryGetValue(_address, out LinkedList<ConnectionContext>? idle))
                    all._idle[_address] = idle = new LinkedList<ConnectionContext>();
                idle.AddLast(_place);
                if (idle.Count > all.Most && idle.First is { } first)
                {
                    idle.Remove(first);
                    longest = first.Value;
                }
            }

            longest?.Abort(new ConnectionAbortedException("Too many idle connections of one address."));
        }

        /// <summary>Something is, or it is closed.</summary>
        public void Work()
        {
            lock (all._gate)
            {
                if (_place.List is not { } idle)
                    return;
                idle.Remove(_place);
                if (idle.Count == 0)
                    all._idle.Remove(_address);
            }
        }
    }

    private int Most => most;
}

/// <summary>Tells which sockets are at work.</summary>
internal sealed class BusySockets(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        IdleSockets.Socket? socket = context.Features.Get<IdleSockets.Socket>();
        socket?.Work();
        try
        {
            await next(context);
        }
        finally
        {
            socket?.Rest();
        }
    }
}
