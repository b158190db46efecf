using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SsoOidc.Cli;

/// <summary>The option <c>--port</c> of commands that serve on this machine.</summary>
internal static class PortOption
{
    private const string Name = "--port";

    public static Option<ushort> Create() =>
        new(Name)
        {
            Description = "The loopback port; 0 takes a free one.",
            HelpName = "number",
            CustomParser = Parse,
        };

    private static ushort Parse(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (!ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port))
        {
            argument.AddError($"Option '{Name}' takes a number from 0 to {ushort.MaxValue}, not '{text}'.");
        }

        return port;
    }
}
