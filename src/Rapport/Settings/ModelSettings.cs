using System.Globalization;
using Microsoft.Extensions.Configuration;
using Rapport.Connectors.LanguageModels;
using Rapport.Engine.Composing;

namespace Rapport.Settings;

/// <summary>Reads the <c>model</c> section: which language model writes templates, and what it may cost.</summary>
internal static class ModelSettings
{
    private const int UsualSeconds = 60;
    private const int UsualDailyLimit = 5;
    private const decimal MostMoney = 100_000;

    // An attempt, a repeat and a repeat of that.
    private const int AttemptsInDeadline = 3;

    /// <summary>Null without the section: then all words come from the pack.</summary>
    public static LanguageModelOptions? OptionsOf(IConfigurationSection section, List<string> problems)
    {
        if (!section.Exists())
        {
            return null;
        }

        var provider = SettingsReader.Required(section, "provider", problems);
        var name = SettingsReader.Required(section, "name", problems);
        var seconds = SettingsReader.Whole(section, "timeoutSeconds", UsualSeconds, 1, 600, problems);
        var options = new LanguageModelOptions
        {
            Provider = Word(section, "provider", ModelProvider.OpenAi, problems),
            Model = name ?? "",
            BaseUrl = section["baseUrl"],
            ApiKey = section["apiKey"],
            Timeout = TimeSpan.FromSeconds(seconds),
            Deadline = TimeSpan.FromSeconds(seconds * AttemptsInDeadline),
            MaxConcurrency = SettingsReader.Whole(section, "maxConcurrency", 4, 1, 100, problems),
            JsonMode = Word(section, "jsonMode", JsonMode.Schema, problems),
        };
        problems.AddRange(provider is null || name is null ? [] : options.Problems());
        return options;
    }

    /// <summary>Prices are required where somebody sends a bill: without them the daily limit could not be kept.</summary>
    public static ModelAccount? AccountOf(IConfigurationSection section, List<string> problems)
    {
        if (!section.Exists())
        {
            return null;
        }

        var isFree = string.Equals(section["provider"], nameof(ModelProvider.OpenAiCompatible), StringComparison.OrdinalIgnoreCase);
        return new ModelAccount(Price(section, "inputPricePerMillion", isFree, problems), Price(section, "outputPricePerMillion", isFree, problems), Amount(section, "dailySpendLimit", UsualDailyLimit, problems));
    }

    private static decimal Price(IConfigurationSection section, string name, bool isFree, List<string> problems)
    {
        if (section[name] is null && !isFree)
        {
            problems.Add($"{section.Path}:{name} is missing: what the provider asks for a million tokens, in US dollars. Without it the daily limit could not be kept.");
        }

        return Amount(section, name, 0, problems);
    }

    private static decimal Amount(IConfigurationSection section, string name, decimal otherwise, List<string> problems)
    {
        if (section[name] is not { } text)
        {
            return otherwise;
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && amount is >= 0 and <= MostMoney)
        {
            return amount;
        }

        problems.Add($"{section.Path}:{name} is '{text}'; it must be an amount of US dollars such as 0.40, from 0 to {MostMoney:0}.");
        return otherwise;
    }

    private static T Word<T>(IConfigurationSection section, string name, T otherwise, List<string> problems)
        where T : struct, Enum =>
        Enum.Parse<T>(SettingsReader.OneOf(section, name, Camel($"{otherwise}"), [.. Enum.GetNames<T>().Select(Camel)], problems), ignoreCase: true);

    private static string Camel(string word) => $"{char.ToLowerInvariant(word[0])}{word[1..]}";
}
