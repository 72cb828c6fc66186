using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Rapport.TestKit.LanguageModels;

/// <summary>A language model's server on loopback that speaks OpenAI's protocol and Anthropic's, misbehaves as its script says, and remembers every call.</summary>
/// <remarks>It writes to the socket itself: no web server would send half a reply, or something that is not HTTP.</remarks>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly Func<ModelCall, Task<ModelReply>> _script;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ModelCall> _calls = new();
    private readonly Task _accepting;
    private int _atOnce;

    public ModelServer(Func<ModelCall, Task<ModelReply>> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public ModelServer(Func<ModelCall, ModelReply> script)
        : this(call => Task.FromResult(script(call)))
    {
    }

    /// <summary>The base URL of OpenAI's protocol; Anthropic's is the same without its path.</summary>
    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1";

    /// <summary>With a key, a call without it is answered by 401, in words that repeat the wrong key as real servers do.</summary>
    public string? Key { get; init; }

    public IReadOnlyList<ModelCall> Calls => [.. _calls];

    /// <summary>The most calls that were with it at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>How many bytes it has sent one by one.</summary>
    public int Dripped { get; private set; }

    /// <summary>These replies one after the other; the last one stays.</summary>
    public static ModelServer Saying(params ModelReply[] replies)
    {
        var next = -1;
        return new ModelServer(_ => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)]);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or InvalidOperationException or SocketException && _stop.IsCancellationRequested)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        client.NoDelay = true;
        try
        {
            var reader = new CallReader(client.GetStream());
            while (await reader.ReadAsync(_stop.Token) is { } call && await AnswerAsync(client, call))
            {
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or SocketException)
        {
            // The client went away, as some tests want it to.
        }
    }

    // False: the connection is of no further use.
    private async Task<bool> AnswerAsync(TcpClient client, ModelCall call)
    {
        lock (_calls)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
        }

        _calls.Enqueue(call);
        try
        {
            return await SendAsync(client, call, Objection(call) ?? await _script(call));
        }
        finally
        {
            lock (_calls)
            {
                _atOnce--;
            }
        }
    }

    private async Task<bool> SendAsync(TcpClient client, ModelCall call, ModelReply reply)
    {
        var stream = client.GetStream();
        var bytes = ModelProtocol.Http(reply, call);
        switch (reply)
        {
            case ModelReply.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, new RealTime(), _stop.Token);
                return false;

            case ModelReply.Drip drip:
                foreach (var one in bytes)
                {
                    await stream.WriteAsync(new[] { one }, _stop.Token);
                    Dripped++;
                    await Task.Delay(drip.Pause, new RealTime(), _stop.Token);
                }

                return true;

            case ModelReply.Reset reset:
                await stream.WriteAsync(bytes.AsMemory(0, reset.AfterBytes), _stop.Token);
                client.LingerState = new(true, 0);
                return false;

            default:
                await stream.WriteAsync(bytes, _stop.Token);
                return reply is not ModelReply.NotHttp;
        }
    }

    private ModelReply.Status? Objection(ModelCall call) =>
        call.Path is not ("/v1/chat/completions" or "/v1/messages") ? new(404, "not_found_error", call.Path)
        : Key is not null && call.Key != Key ? new(401, "authentication_error", $"Incorrect API key provided: {call.Key}")
        : call.Fault is { } fault ? new(400, "invalid_request_error", $"wrong: {fault}")
        : null;
}
