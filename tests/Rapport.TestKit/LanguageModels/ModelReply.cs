namespace Rapport.TestKit.LanguageModels;

/// <summary>How a model's answer ends.</summary>
public enum ModelEnd
{
    Complete,
    CutOff,
    Refused,
}

/// <summary>What a model's server does with one call: answers well, answers badly, or worse.</summary>
public abstract record ModelReply
{
    private ModelReply()
    {
    }

    /// <summary>A reply in the protocol of the call, with these words of the model in it.</summary>
    public sealed record Words(string Text, ModelEnd End = ModelEnd.Complete, long InputTokens = 120, long OutputTokens = 40) : ModelReply;

    /// <summary>Success with this body, whatever the protocol wants.</summary>
    public sealed record Body(string Content, string ContentType = "application/json") : ModelReply;

    /// <summary>A status other than success. The message stands in an error of the protocol.</summary>
    public sealed record Status(int Code, string Kind, string Message = "no", string? RetryAfter = null, string? Location = null) : ModelReply;

    /// <summary>The reply comes, one byte after each pause.</summary>
    public sealed record Drip(ModelReply Reply, TimeSpan Pause) : ModelReply;

    /// <summary>The reply breaks off after so many bytes of it, by a reset of the connection.</summary>
    public sealed record Reset(ModelReply Reply, int AfterBytes = 0) : ModelReply;

    /// <summary>These characters instead of HTTP.</summary>
    public sealed record NotHttp(string Characters = "220 mail.test ESMTP\r\n\r\n") : ModelReply;

    /// <summary>Nothing, for ever.</summary>
    public sealed record Silence : ModelReply;

    public static ModelReply Garbage { get; } = new Words("Sure! Here are some lovely words for you: {{firstName}, hello}");

    public static ModelReply EmptyContent { get; } = new Words("");

    public static ModelReply Refusal { get; } = new Words("I cannot help with that.", ModelEnd.Refused);

    public static ModelReply WrongShape { get; } = new Body("""{"choices":"none","content":7,"hello":[{}]}""");

    public static ModelReply NotJsonHttp { get; } = new Body("<html><body>Please sign in to the hotel network.</body></html>", "text/html");

    public static ModelReply Hang { get; } = new Silence();

    public static ModelReply ConnectionReset { get; } = new Reset(EmptyContent);

    public static ModelReply Good(string json) => new Words(json);

    /// <summary>The first half of it, said to be cut off.</summary>
    public static ModelReply Truncated(string json) => new Words(json[..(json.Length / 2)], ModelEnd.CutOff);

    /// <param name="retryAfter">Seconds or a date, as in the header.</param>
    public static ModelReply TooMany(string? retryAfter = null) => new Status(429, "rate_limit_error", "too many", retryAfter);

    public static ModelReply Failure(int code = 500) => new Status(code, "api_error", "we broke");

    public static ModelReply SlowDrip(string json, TimeSpan pause) => new Drip(Good(json), pause);
}
