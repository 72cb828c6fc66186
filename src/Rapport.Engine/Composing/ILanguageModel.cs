namespace Rapport.Engine.Composing;

/// <summary>What a language model is asked to do, for the accounts.</summary>
public enum ModelTask
{
    /// <summary>Words for a situation, with merge fields.</summary>
    Templates,

    /// <summary>A suggestion for a person who answers a patient.</summary>
    ReplyDraft,

    /// <summary>Templates of the fixed set that compares models and prompts.</summary>
    Evaluation,
}

/// <summary>One question to a language model. It is made of closed words and de-identified text only (ADR 0010).</summary>
public sealed record ModelRequest
{
    public required ModelTask Task { get; init; }

    /// <summary>The program that the answer is for, such as <c>recall</c>; the accounts are kept by it.</summary>
    public required string Program { get; init; }

    /// <summary>The prompt that stays the same, with its version in the first line's name.</summary>
    public required string Instructions { get; init; }

    /// <summary>What is asked this time, as JSON.</summary>
    public required string Input { get; init; }

    /// <summary>A name for the schema, small letters and underscores.</summary>
    public required string SchemaName { get; init; }

    /// <summary>The JSON schema that the answer must satisfy: an object, all properties required, nothing additional.</summary>
    public required string Schema { get; init; }

    public int MaxOutputTokens { get; init; } = 2_000;

    public override string ToString() => $"{Task} for {Program}";
}

/// <summary>What the provider counted for one call, retries included.</summary>
/// <param name="Attempts">How often the provider was called for it.</param>
public readonly record struct ModelUsage(long InputTokens, long OutputTokens, int Attempts = 1);

/// <summary>Why a model gave no answer.</summary>
public enum NoAnswer
{
    /// <summary>Not in time, however often asked.</summary>
    TimedOut,

    /// <summary>The provider said "too many" and the retries are used up.</summary>
    RateLimited,

    /// <summary>The provider failed (5xx, a broken connection) and the retries are used up.</summary>
    Unavailable,

    /// <summary>The provider refused the request itself: key, model name, schema.</summary>
    Refused,

    /// <summary>The answer was cut off or is not JSON.</summary>
    Unreadable,

    /// <summary>The day's spend limit is reached; nothing was asked.</summary>
    OverBudget,
}

/// <summary>What came back.</summary>
public abstract record ModelAnswer(ModelUsage Usage)
{
    /// <summary>JSON text. It is untrusted: neither its shape nor its words are checked yet.</summary>
    public sealed record Given(string Json, ModelUsage Usage) : ModelAnswer(Usage)
    {
        public override string ToString() => "answer";
    }

    /// <param name="Reason">The kind of failure.</param>
    /// <param name="Because">In plain words for staff: no key, no request text.</param>
    /// <param name="Usage">What was used all the same.</param>
    public sealed record Missing(NoAnswer Reason, string Because, ModelUsage Usage) : ModelAnswer(Usage)
    {
        public override string ToString() => Reason.ToString();
    }
}

/// <summary>A language model. A failure is an answer (<see cref="ModelAnswer.Missing"/>), never an exception: words from the pack are always there.</summary>
public interface ILanguageModel
{
    /// <summary>Provider and model, such as <c>openai/gpt-4.1-mini</c>; kept with every template.</summary>
    string Name { get; }

    Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken ct);
}
