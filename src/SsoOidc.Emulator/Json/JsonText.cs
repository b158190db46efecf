using System.Buffers;
using System.Text.Json;

namespace SsoOidc.Emulator;

internal static class JsonText
{
    /// <returns>A JSON object in UTF-8 with the members that are written.</returns>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
