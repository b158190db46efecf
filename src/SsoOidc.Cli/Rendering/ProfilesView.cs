using System.Text.Json;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli;

/// <summary>Says which profiles were written, or would be.</summary>
internal static class ProfilesView
{
    public static void Write(Terminal terminal, ProfilesChange change, bool isWritten, bool json)
    {
        if (json)
        {
            JsonOutput.WriteObject(
                terminal,
                members =>
                {
                    WriteNames(members, "added", change.Added);
                    WriteNames(members, "kept", change.Kept);
                    WriteNames(members, "removed", change.Removed);
                    WriteNames(members, "foreign", change.Foreign);
                    members.WriteBoolean("written", isWritten && change.ChangesFile);
                }
            );
            return;
        }

        WriteLines(terminal, "+", change.Added);
        WriteLines(terminal, "=", change.Kept);
        WriteLines(terminal, "-", change.Removed);
        foreach (string name in change.Foreign)
        {
            terminal.WriteLine($"! {name} stands elsewhere in the file and was left as it is");
        }

        string file = AwsEnvironment.Process.ConfigFile;
        terminal.WriteLine(
            !change.ChangesFile ? $"{file} is as it should be."
            : isWritten ? $"Wrote {file}."
            : $"Nothing was written. Run the same with '--write' to change {file}."
        );
    }

    private static void WriteLines(Terminal terminal, string mark, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            terminal.WriteLine($"{mark} {name}");
        }
    }

    private static void WriteNames(Utf8JsonWriter json, string member, IEnumerable<string> names)
    {
        json.WriteStartArray(member);
        foreach (string name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}
