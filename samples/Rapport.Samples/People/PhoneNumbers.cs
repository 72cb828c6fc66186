using System.Globalization;

namespace Rapport.Samples.People;

/// <summary>Numbers that reach nobody: 555-0100 to 555-0199 of every area code are kept free for fiction.</summary>
/// <remarks>Local area codes come first. At about 70,000 numbers the list is used up and begins again, which only a benchmark reaches.</remarks>
internal sealed class PhoneNumbers
{
    private static readonly int[] Local = [518, 838, 845, 914, 315, 607, 585, 716, 631, 516, 212, 646, 718, 347, 917, 929];

    private static readonly int[] AreaCodes = [.. Local, .. Enumerable.Range(200, 790).Where(IsAreaCode).Except(Local)];

    private int _taken;

    public string Next()
    {
        var number = _taken++ % (AreaCodes.Length * 100);
        var area = AreaCodes[number / 100];
        var line = 100 + (number % 100);
        return (number % 3) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"({area}) 555-0{line}"),
            1 => string.Create(CultureInfo.InvariantCulture, $"{area}-555-0{line}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"+1 {area} 555 0{line}"),
        };
    }

    // N11 codes are services and N9X is reserved (NANP).
    private static bool IsAreaCode(int code) => code % 100 is not 11 && code / 10 % 10 is not 9;
}
