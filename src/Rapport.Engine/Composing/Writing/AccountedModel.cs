using Rapport.Core.Primitives;

namespace Rapport.Engine.Composing.Writing;

/// <summary>A language model that keeps every request, counts its cost, and stops at the day's spend limit.</summary>
public sealed class AccountedModel(ILanguageModel model, IModelLog log, ModelAccount account, TimeProvider clock, Func<DateTimeOffset> dayBeganAt) : ILanguageModel
{
    private const int BytesPerToken = 3;   // fewer than any tokenizer's average for these languages, so that the estimate is never too low

    private readonly Lock _gate = new();
    private long _asked;

    public string Name => model.Name;

    /// <summary>What a request may cost at the most, had every token of the answer been used.</summary>
    public decimal MostFor(ModelRequest request) => account.CostOf(new ModelUsage(TokensIn(request), request.MaxOutputTokens));

    public async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken ct)
    {
        if (Begin(request) is not { } call)
        {
            return new ModelAnswer.Missing(NoAnswer.OverBudget, $"The day's limit of {account.DailySpendLimit} {account.Currency} is reached; words come from the pack until tomorrow.", default);
        }

        ModelAnswer answer;
        try
        {
            answer = await model.AskAsync(request, ct);
        }
        catch (OperationCanceledException)
        {
            // The provider may have worked for us: what it can have cost stays counted.
            log.End(call.Id, "stopped", default, call.Cost, null);
            throw;
        }

        log.End(call.Id, answer is ModelAnswer.Missing { Reason: var reason } ? Kebab(reason) : "given", answer.Usage, account.CostOf(answer.Usage), (answer as ModelAnswer.Given)?.Json);
        return answer;
    }

    // Checking and keeping are one step: two requests at once must not both take the last of the day's money.
    private ModelCall? Begin(ModelRequest request)
    {
        lock (_gate)
        {
            var most = MostFor(request);
            if (log.SpentSince(dayBeganAt()) + most > account.DailySpendLimit)
            {
                return null;
            }

            var now = clock.GetUtcNow();
            var call = new ModelCall
            {
                Id = Chance.IdOf("model-call", $"{now.UtcTicks}", $"{_asked++}", $"{Environment.ProcessId}", model.Name, request.Input),
                At = now,
                Task = request.Task,
                Program = request.Program,
                Model = model.Name,
                Cost = most,
            };
            log.Begin(call, request);
            return call;
        }
    }

    private static long TokensIn(ModelRequest request) => (request.Instructions.Length + request.Input.Length + request.Schema.Length) / BytesPerToken;

    private static string Kebab(NoAnswer reason) => reason switch
    {
        NoAnswer.TimedOut => "timed-out",
        NoAnswer.RateLimited => "rate-limited",
        NoAnswer.Unavailable => "unavailable",
        NoAnswer.Refused => "refused",
        NoAnswer.Unreadable => "unreadable",
        _ => "over-budget",
    };
}
