namespace Rapport.Core.Composing.Guardrails.Reading;

/// <summary>Finds times of day: <c>9:45</c>, <c>ten to seven</c>, <c>cuarto para las diez</c>, <c>9 de la noche</c>, <c>noon</c>.</summary>
internal static class ClockReader
{
    public static Mention.Clock? At(Passage passage, int at)
    {
        var token = passage[at];
        return Named(passage, at)
            ?? (token.Kind is TokenKind.Number && token.Norm.Contains(':', StringComparison.Ordinal) ? Digital(passage, at) : null)
            ?? Before(passage, at)
            ?? SpanishHour(passage, at)
            ?? BareSpanishHour(passage, at)
            ?? EnglishHour(passage, at);
    }

    private static Mention.Clock? Named(Passage passage, int at) => passage[at].Norm switch
    {
        "noon" or "midday" or "mediodia" => new(at, at + 1, 12, 0, HalfOfDay.Pm),
        "midnight" or "medianoche" => new(at, at + 1, 12, 0, HalfOfDay.Am),
        "half" when passage.WordAt(at + 1, at) is "past" && Hour(passage, at + 2, out var hour, out var length) => Close(passage, at, at + 2 + length, hour, 30),
        _ => null,
    };

    private static Mention.Clock? Digital(Passage passage, int at)
    {
        var parts = passage[at].Norm.Split(':');
        return parts.Length is 2 && int.TryParse(parts[0], out var hour) && int.TryParse(parts[1], out var minute) && hour < 24 && minute < 60 && parts[1].Length is 2
            ? Close(passage, at, at + 1, hour, minute)
            : null;
    }

    // ten [minutes] to seven, a quarter past two; cuarto para las diez, faltan diez para las ocho.
    private static Mention.Clock? Before(Passage passage, int at)
    {
        int minutes;
        var i = at;
        if (passage[at].Norm is "quarter" or "cuarto")
        {
            (minutes, i) = (15, at + 1);
        }
        else
        {
            minutes = (int)Math.Min(NumberWords.Read(passage, at, out var length), 60);
            if (length is 0 || minutes is < 1 or > 45)
            {
                return null;
            }

            i = at + length;
        }

        i += passage.WordAt(i, at) is "minutes" or "minutos" ? 1 : 0;
        var link = passage.WordAt(i, at);
        var article = passage.WordAt(i + 1, at) is "las" or "la" ? 1 : 0;
        if ((link is not ("past" or "after" or "to" or "till" or "para") && !(link is "of" && minutes is 15)) || (link is "para" && article is 0)
            || (passage[at].Kind is TokenKind.Number && link is "to")   // "8 to 5" is a span
            || !Hour(passage, i + 1 + article, out var hour, out var hourLength))
        {
            return null;
        }

        var to = i + 1 + article + hourLength;
        return link is "past" or "after" ? Close(passage, at, to, hour, minutes) : Close(passage, at, to, hour is 1 ? 12 : hour - 1, 60 - minutes);
    }

    private static Mention.Clock? SpanishHour(Passage passage, int at)
    {
        if (passage[at].Norm is not ("las" or "la") || passage[at].Kind is not TokenKind.Word)
        {
            return null;
        }

        if (at + 1 < passage.Count && passage[at + 1].Norm.Contains(':', StringComparison.Ordinal) && passage[at + 1].Kind is TokenKind.Number)
        {
            return Digital(passage, at + 1) is { } digital ? digital with { From = at } : null;
        }

        if (passage.WordAt(at + 2, at) is "para" && Before(passage, at + 1) is { } reversed)
        {
            return reversed with { From = at };   // "a las diez para las ocho"
        }

        if (!Hour(passage, at + 1, out var hour, out var length) || (passage[at].Norm is "la" && hour is not 1))
        {
            return null;
        }

        var i = at + 1 + length;
        var link = passage.WordAt(i, at);
        if (link is "y" or "menos")
        {
            var next = passage.WordAt(i + 1, at);
            var minutes = next switch { "media" => 30, "cuarto" => 15, _ => i + 1 < passage.Count ? (int)NumberWords.Read(passage, i + 1, out length) : 0 };
            length = next is "media" or "cuarto" ? 1 : length;
            if (length > 0 && minutes is > 0 and < 60 && (next is "media" or "cuarto" || Units.Of(passage.WordAt(i + 1 + length, at)) is "" or "minute"))
            {
                return link is "y" ? Close(passage, at, i + 1 + length, hour, minutes) : Close(passage, at, i + 1 + length, hour is 1 ? 12 : hour - 1, 60 - minutes);
            }
        }

        return Close(passage, at, i, hour, 0);
    }

    // "sábado 13, nueve y media de la mañana", "lunes 21, tres en punto": the article is often left out.
    private static Mention.Clock? BareSpanishHour(Passage passage, int at)
    {
        if (!passage.IsSpanish || passage[at].Kind is not TokenKind.Word || !Hour(passage, at, out var hour, out var length) || hour > 12)
        {
            return null;
        }

        var (first, second) = (passage.WordAt(at + length, at), passage.WordAt(at + length + 1, at));
        return (first, second) switch
        {
            ("y", "media") => Close(passage, at, at + length + 2, hour, 30),
            ("y", "cuarto") => Close(passage, at, at + length + 2, hour, 15),
            ("en", "punto") or ("de", "la") => Close(passage, at, at + length, hour, 0),
            _ => null,
        };
    }

    // 9 AM, nine o'clock, at nine thirty, by 9, from 8.
    private static Mention.Clock? EnglishHour(Passage passage, int at)
    {
        if (!Hour(passage, at, out var hour, out var length))
        {
            return null;
        }

        var i = at + length;
        var next = passage.WordAt(i, at);
        if (next is "am" or "pm" or "oclock" or "sharp" or "a" or "p" && (next.Length > 1 || passage[i].Gap is Gap.Nothing))
        {
            return Close(passage, at, i, hour, 0);
        }

        var before = passage.WordAt(at - 1, at);
        var isTime = before is "at" or "by" or "until" or "till" or "around" or "from" or "before" or "after" or "between" or "para" or "to" || (before is "and" && passage.WordAt(at - 3, at) is "between" or "from");
        if (i < passage.Count && passage[at].Kind is TokenKind.Word && passage[i].Gap < Gap.Comma && MinuteWords(passage, i, out var minute, out var minuteLength)
            && (isTime || Half(passage, i + minuteLength, out _) is not HalfOfDay.Unsaid))
        {
            return Close(passage, at, i + minuteLength, hour, minute);
        }

        var half = Half(passage, i, out _) is not HalfOfDay.Unsaid;
        var counts = Units.Of(next).Length > 0 && next is not ("hours" or "horas");
        next = i < passage.Count && passage[i].Gap >= Gap.Comma ? "" : next;
        return half || (isTime && !passage.IsSpanish && !counts && passage[at].Gap is Gap.Space && hour <= 12 && !(before is "to" or "from" or "after" && next is "of")) && CanEnd(next)
            ? Close(passage, at, i, hour, 0)
            : null;
    }

    private static bool CanEnd(string next) =>
        next is "" or "sharp" or "about" or "instead" or "please" or "then" or "as" or "but" or "so" or "we" or "you" or "your" or "works" or "is" or "unless" or "this" or "next" or "dr" or "by" or "so" or "on" or "tomorrow" or "today" or "and" or "or" or "to" or "with" or "for" or "in" or "at" or "if" || next.EndsWith("day", StringComparison.Ordinal);

    private static bool MinuteWords(Passage passage, int at, out int minute, out int length)
    {
        minute = (int)Math.Min(NumberWords.Read(passage, at, out length), 99);
        if (passage[at].Norm is "oh" && at + 1 < passage.Count)
        {
            minute = (int)Math.Min(NumberWords.Read(passage, at + 1, out length), 99);
            length++;
        }

        return length > 0 && passage[at].Kind is TokenKind.Word && minute is >= 5 and < 60;
    }

    private static bool Hour(Passage passage, int at, out int hour, out int length)
    {
        (hour, length) = (0, 0);
        if (at >= passage.Count)
        {
            return false;
        }

        if (passage[at].Norm is "noon" or "midday" or "mediodia")
        {
            (hour, length) = (12, 1);
            return true;
        }

        if (passage[at].Norm is "una")
        {
            (hour, length) = (1, passage.WordAt(at - 1, at) is "la" ? 1 : 0);
            return length > 0;
        }

        var isWord = passage[at].Kind is TokenKind.Word;
        var value = NumberWords.Read(passage, at, out length);
        if (isWord && length > 1)
        {
            value = NumberWords.Read(new Passage(passage.Text, 0, passage.IsSpanish, [passage[at]]), 0, out length);
        }

        hour = value is >= 0 and < 24 && decimal.Truncate(value) == value ? (int)value : -1;
        return length > 0 && hour is >= 1 && (hour <= 12 || passage.IsSpanish) && !passage[at].Money && !passage[at].Percent
            && !passage[at].Norm.AsSpan().ContainsAny("/-.,");
    }

    private static Mention.Clock Close(Passage passage, int from, int to, int hour, int minute)
    {
        var beside = from;
        to += passage.WordAt(to, beside) is "oclock" or "horas" or "hrs" or "h" ? 1 : 0;
        to += passage.WordAt(to, beside) is "en" && passage.WordAt(to + 1, beside) is "punto" ? 2 : passage.WordAt(to, beside) is "sharp" ? 1 : 0;
        var half = Half(passage, to, out var length);
        if (half is HalfOfDay.Unsaid && to < passage.Count && passage.WordAt(to, beside) is "a" or "p" && passage[to].Gap is Gap.Nothing)
        {
            (half, length) = (passage[to].Norm is "a" ? HalfOfDay.Am : HalfOfDay.Pm, 1);
        }

        return new(from, to + length, hour, minute, hour > 12 ? HalfOfDay.Unsaid : hour is 12 && length > 1 && half is HalfOfDay.Pm && passage.WordAt(to + 2, beside) is "noche" ? HalfOfDay.Am : half);
    }

    /// <summary>Am, pm, in the morning, de la tarde.</summary>
    private static HalfOfDay Half(Passage passage, int at, out int length)
    {
        var (first, second, third) = at < passage.Count && at > 0 ? (passage.WordAt(at, at - 1), passage.WordAt(at + 1, at - 1), passage.WordAt(at + 2, at - 1)) : ("", "", "");
        (var half, length) = (first, second, third) switch
        {
            ("am", _, _) => (HalfOfDay.Am, 1),
            ("pm", _, _) => (HalfOfDay.Pm, 1),
            ("in", "the", "morning") => (HalfOfDay.Am, 3),
            ("in", "the", "afternoon" or "evening") => (HalfOfDay.Pm, 3),
            ("at", "night", _) => (HalfOfDay.Pm, 2),
            ("de" or "por" or "en", "la", "manana" or "madrugada") => (HalfOfDay.Am, 3),
            ("de" or "por" or "en", "la", "tarde" or "noche") => (HalfOfDay.Pm, 3),
            ("del", "dia" or "mediodia", _) => (HalfOfDay.Pm, 2),
            _ => (HalfOfDay.Unsaid, 0),
        };
        return half;
    }
}
