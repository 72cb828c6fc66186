using Rapport.Engine.Composing;

namespace Rapport.Connectors.LanguageModels;

/// <summary>One attempt failed, told in our own words; it travels through the providers' packages, which let it pass unchanged.</summary>
internal sealed class ModelCallException(NoAnswer reason, string because) : Exception(because)
{
    public NoAnswer Reason => reason;

    /// <summary>Whether the same question may succeed later.</summary>
    public bool IsTransient { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The cause, even where a package wrapped it.</summary>
    public static ModelCallException? In(Exception? fault)
    {
        while (fault is not null and not ModelCallException)
        {
            fault = fault.InnerException;
        }

        return (ModelCallException?)fault;
    }
}
