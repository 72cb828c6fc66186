namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Which half of the day a time is said to be in.</summary>
internal enum HalfOfDay
{
    Unsaid,
    Am,
    Pm,
}

/// <summary>A place in a text that speaks of a day, a time or an amount; from token to token (half-open).</summary>
internal abstract record Mention(int From, int To)
{
    /// <summary>The kind only: what is said may be patient data.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>A day, however it is said: it fits the dates that it may mean.</summary>
    internal sealed record Day(int From, int To, Func<DateOnly, bool> Fits) : Mention(From, To)
    {
        /// <summary>Cannot be told without knowing the date of writing.</summary>
        public bool NeedsToday { get; init; }

        /// <summary>Says "today" and nothing more.</summary>
        public bool IsToday { get; init; }

        /// <summary>A weekday with no date, which may also be one of the usual opening hours.</summary>
        public bool IsBareWeekday { get; init; }

        public bool IsHoliday { get; init; }
    }

    internal sealed record Clock(int From, int To, int Hour, int Minute, HalfOfDay Half) : Mention(From, To)
    {
        public bool Fits(TimeOnly time) => time.Minute == Minute && Half switch
        {
            HalfOfDay.Am => time.Hour == Hour % 12,
            HalfOfDay.Pm => time.Hour == (Hour % 12) + 12,
            _ => time.Hour == Hour || (Hour <= 12 && time.Hour % 12 == Hour % 12),
        };
    }

    internal sealed record PartOfDay(int From, int To, HalfOfDay Of) : Mention(From, To);

    /// <summary>A month, with the year where it is said.</summary>
    internal sealed record Month(int From, int To, int Number, int? Year) : Mention(From, To);

    internal sealed record Amount(int From, int To, decimal Value, string Unit) : Mention(From, To)
    {
        public bool IsMoney => Unit is Units.Money;
    }
}

/// <summary>Names of units that are the same in both languages.</summary>
internal static class Units
{
    public const string Money = "money";

    /// <summary>The unit that a word names, else an empty text.</summary>
    public static string Of(string norm) => norm switch
    {
        "minute" or "minutes" or "min" or "mins" or "minuto" or "minutos" => "minute",
        "hour" or "hours" or "hr" or "hrs" or "hora" or "horas" => "hour",
        "day" or "days" or "dia" or "dias" => "day",
        "week" or "weeks" or "semana" or "semanas" => "week",
        "month" or "months" or "mes" or "meses" => "month",
        "year" or "years" or "ano" or "anos" => "year",
        "dollar" or "dollars" or "bucks" or "usd" or "dolar" or "dolares" or "pesos" => Money,
        "percent" or "porciento" => "percent",
        _ => "",
    };
}
