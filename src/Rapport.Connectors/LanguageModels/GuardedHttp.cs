using System.Buffers;
using Rapport.Engine.Composing;

namespace Rapport.Connectors.LanguageModels;

/// <summary>Stands between a provider's package and the network: reads an answer whole but never more than its limit, and tells every failure in our words.</summary>
internal sealed class GuardedHttp : DelegatingHandler
{
    private readonly int _maxAnswerBytes;
    private readonly bool _hasKey;
    private readonly TimeProvider _time;

    public GuardedHttp(LanguageModelOptions options, TimeProvider time)
        : base(Network(options))
    {
        _maxAnswerBytes = options.MaxAnswerBytes;
        _hasKey = options.ApiKey is not null;
        _time = time;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!_hasKey)
        {
            request.Headers.Authorization = null;
        }

        try
        {
            return await ReadWholeAsync(await base.SendAsync(request, cancellationToken), cancellationToken);
        }
        catch (HttpRequestException broken)
        {
            throw new ModelCallException(NoAnswer.Unavailable, Words(broken.HttpRequestError)) { IsTransient = true };
        }
        catch (IOException)
        {
            throw new ModelCallException(NoAnswer.Unavailable, Words(HttpRequestError.ResponseEnded)) { IsTransient = true };
        }
    }

    // A redirect would carry key and request to an address that nobody configured.
    private static SocketsHttpHandler Network(LanguageModelOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = options.Address is not { IsLoopback: true },
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = options.Timeout,
        ActivityHeadersPropagator = null,
    };

    private async Task<HttpResponseMessage> ReadWholeAsync(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            var body = await ReadAsync(response.Content, ct);
            if (!response.IsSuccessStatusCode)
            {
                throw RefusedHttp.Read(response, body, _time.GetUtcNow());
            }

            var whole = new ReadOnlyMemoryContent(body);
            whole.Headers.ContentType = response.Content.Headers.ContentType;
            response.Content = whole;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken ct)
    {
        var body = new ArrayBufferWriter<byte>();
        await using var stream = await content.ReadAsStreamAsync(ct);
        while (await stream.ReadAsync(body.GetMemory(8192), ct) is > 0 and var count)
        {
            body.Advance(count);
            if (body.WrittenCount > _maxAnswerBytes)
            {
                throw new ModelCallException(NoAnswer.Unreadable, $"The answer is larger than {_maxAnswerBytes / 1024} kB.");
            }
        }

        return body.WrittenMemory;
    }

    private static string Words(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "The model's server is not known by that name.",
        HttpRequestError.SecureConnectionError => "No encrypted connection to the model's server could be made.",
        HttpRequestError.ConnectionError => "The model's server cannot be reached.",
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => "The model's server does not speak HTTP.",
        _ => "The connection to the model's server broke.",
    };
}
