using System.Globalization;

namespace Rapport.Connectors.LanguageModels;

/// <summary>Whose protocol the model's server speaks.</summary>
public enum ModelProvider
{
    OpenAi,
    Anthropic,

    /// <summary>Any other server that speaks OpenAI's protocol: Ollama, vLLM, llama.cpp, a proxy of the practice.</summary>
    OpenAiCompatible,
}

/// <summary>How the server is told that the answer must be JSON.</summary>
public enum JsonMode
{
    /// <summary>By a JSON schema that the server enforces.</summary>
    Schema,

    /// <summary>By asking for some JSON object; the schema stands in the instructions. For servers that know no schema.</summary>
    Object,

    /// <summary>By words alone; for servers that know neither.</summary>
    Text,
}

/// <summary>The language model that writes templates, and how patient we are with its server.</summary>
public sealed record LanguageModelOptions
{
    public required ModelProvider Provider { get; init; }

    /// <summary>The provider's name of the model, such as <c>gpt-4.1-mini</c>.</summary>
    public required string Model { get; init; }

    /// <summary>Where the server is; by default the provider's own address. OpenAI's protocol: with <c>/v1</c> at the end.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>None for a local server that wants none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>How long one attempt may take, to the last byte of the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one question may take, with all attempts and pauses, once it is its turn.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(180);

    public int MaxAttempts { get; init; } = 3;

    /// <summary>How many questions may be with the server at once; the others wait for their turn.</summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>Repeats beyond <see cref="SpareRetries"/>, as a share of all questions: a server that fails for hours is not asked thrice as often.</summary>
    public double MaxRetryShare { get; init; } = 0.2;

    public int SpareRetries { get; init; } = 5;

    /// <summary>An answer with more bytes is not read.</summary>
    public int MaxAnswerBytes { get; init; } = 256 * 1024;

    public JsonMode JsonMode { get; init; } = JsonMode.Schema;

    /// <summary>Provider and model, as templates and accounts name it.</summary>
    public string Name => Provider switch
    {
        ModelProvider.OpenAi => $"openai/{Model}",
        ModelProvider.Anthropic => $"anthropic/{Model}",
        _ => $"compatible/{Model}",
    };

    /// <summary>What a person must correct before the model can be asked; empty when nothing.</summary>
    public IEnumerable<string> Problems() => [.. ProblemsOfServer(), .. ProblemsOfKey(), .. ProblemsOfLimits()];

    /// <summary>Which model and where, never with which key.</summary>
    public override string ToString() => Address is { } address ? $"{Name} at {address.Scheme}://{address.Authority}" : Name;

    /// <summary>Null when <see cref="BaseUrl"/> is missing or no address.</summary>
    internal Uri? Address => Uri.TryCreate(BaseUrl ?? OwnAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private string? OwnAddress => Provider switch
    {
        ModelProvider.OpenAi => "https://api.openai.com/v1",
        ModelProvider.Anthropic => "https://api.anthropic.com",
        _ => null,
    };

    private IEnumerable<string> ProblemsOfServer()
    {
        if (string.IsNullOrWhiteSpace(Model))
        {
            yield return "The name of the language model is missing.";
        }

        if (Provider is ModelProvider.OpenAiCompatible && BaseUrl is null)
        {
            yield return "An OpenAI-compatible server needs its base URL, such as http://127.0.0.1:11434/v1.";
        }
        else if (Address is null)
        {
            yield return "The model's base URL must begin with http:// or https://.";
        }
        else if (Address is { UserInfo.Length: > 0 } or { Query.Length: > 0 } or { Fragment.Length: > 0 })
        {
            yield return "The model's base URL must hold no user, password, query or fragment; a key belongs into apiKey.";
        }
    }

    private IEnumerable<string> ProblemsOfKey()
    {
        if (ApiKey is null)
        {
            if (Provider is not ModelProvider.OpenAiCompatible && Address is { IsLoopback: false })
            {
                yield return "The language model needs a key: set RAPPORT_model__apiKey in the environment.";
            }
        }
        else if (ApiKey.Length is 0 || ApiKey.Any(letter => letter is <= ' ' or > '~'))
        {
            yield return "The model's key must be letters, digits and signs without blanks or line breaks.";
        }
        else if (Address is { Scheme: "http", IsLoopback: false })
        {
            yield return "The model's key would cross the network in the clear: the base URL must begin with https://.";
        }
    }

    private IEnumerable<string> ProblemsOfLimits()
    {
        if (Timeout <= TimeSpan.Zero || Timeout > Deadline || Deadline > TimeSpan.FromHours(1))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"The model's timeout must be longer than zero and no longer than its deadline of {Deadline.TotalSeconds:0} seconds.");
        }

        if (MaxAttempts is < 1 or > 10 || MaxConcurrency is < 1 or > 100)
        {
            yield return "The model takes 1 to 10 attempts and 1 to 100 questions at once.";
        }

        if (MaxRetryShare is not (>= 0 and <= 1) || SpareRetries < 0 || MaxAnswerBytes < 1024)
        {
            yield return "The model's share of repeats must lie between 0 and 1, its spare repeats must not be negative, and its answers need at least 1024 bytes.";
        }
    }
}
