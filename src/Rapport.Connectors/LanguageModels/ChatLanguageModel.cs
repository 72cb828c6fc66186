using Microsoft.Extensions.AI;
using Rapport.Engine.Composing;

namespace Rapport.Connectors.LanguageModels;

/// <summary>A language model over HTTP: asked patiently but never endlessly, and never the cause of an exception.</summary>
public sealed class ChatLanguageModel : ILanguageModel, IDisposable
{
    private readonly IChatClient _chat;
    private readonly LanguageModelOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turns;
    private readonly RetryBudget _budget;
    private readonly Backoff _backoff;
    private readonly HttpClient? _http;

    internal ChatLanguageModel(IChatClient chat, LanguageModelOptions options, TimeProvider time, HttpClient? http = null)
    {
        _chat = chat;
        _options = options;
        _time = time;
        _http = http;
        _turns = new(options.MaxConcurrency);
        _budget = new(options.MaxRetryShare, options.SpareRetries);
        _backoff = new(time);
    }

    public string Name => _options.Name;

    /// <param name="options">Without <see cref="LanguageModelOptions.Problems"/>.</param>
    /// <param name="time">The clock of all time limits and pauses.</param>
    public static ChatLanguageModel Create(LanguageModelOptions options, TimeProvider time)
    {
        var http = new HttpClient(new GuardedHttp(options, time)) { Timeout = Timeout.InfiniteTimeSpan };
        return new(ChatClients.Create(options, http), options, time, http);
    }

    public async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            _budget.CountQuestion();
            return await AskInTurnAsync(request, ct);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose()
    {
        _chat.Dispose();
        _http?.Dispose();
        _turns.Dispose();
    }

    private async Task<ModelAnswer> AskInTurnAsync(ModelRequest request, CancellationToken ct)
    {
        var start = _time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var failure = default(ModelCallException);
            try
            {
                return AnswerReader.Read(await TryAsync(request, Left(start), ct), _options.JsonMode, attempt);
            }
            catch (ModelCallException fault)
            {
                failure = fault;
            }

            var pause = _backoff.After(attempt, failure.RetryAfter);
            if (WhyNotAgain(failure, attempt, pause, Left(start)) is { } why)
            {
                return new ModelAnswer.Missing(failure.Reason, $"{failure.Message}{why}", new(0, 0, attempt));
            }

            await Task.Delay(pause, _time, ct);
        }
    }

    /// <exception cref="ModelCallException">No answer, whatever the reason.</exception>
    /// <exception cref="OperationCanceledException">The caller wants none any more.</exception>
    private async Task<ChatResponse> TryAsync(ModelRequest request, TimeSpan left, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(left < _options.Timeout ? left : _options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        try
        {
            // Waiting ends with our patience even where a package does not listen to it.
            return await _chat.GetResponseAsync(ModelQuestion.Messages(request), ModelQuestion.Options(request, _options.JsonMode), either.Token).WaitAsync(either.Token);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The packages throw as they like at an answer of the wrong shape, and their messages may repeat it.
            ct.ThrowIfCancellationRequested();
            throw ModelCallException.In(fault) ?? (patience.IsCancellationRequested || fault is OperationCanceledException
                ? new ModelCallException(NoAnswer.TimedOut, "The model's server did not answer in time.") { IsTransient = true }
                : new ModelCallException(NoAnswer.Unreadable, "The answer does not follow the provider's protocol."));
        }
    }

    // Null: ask again. Empty: asking again is of no use.
    private string? WhyNotAgain(ModelCallException failure, int attempt, TimeSpan pause, TimeSpan left) =>
        !failure.IsTransient ? ""
        : attempt == _options.MaxAttempts ? $" Asked {attempt} times."
        : pause >= left ? " Asking again would take longer than one question may."
        : !_budget.TryTake() ? " Too many questions failed to ask each again."
        : null;

    private TimeSpan Left(long start)
    {
        var left = _options.Deadline - _time.GetElapsedTime(start);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
