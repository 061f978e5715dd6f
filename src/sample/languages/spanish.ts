import type { ForeignWords } from "./foreign-words.ts";

export const SPANISH: ForeignWords = {
  greeting: "{hola|buenos días|buenas tardes|buenas|hola, qué tal}",
  suffix: "{¿me pueden ayudar?|gracias de antemano|¿qué hago?|espero su respuesta|gracias}",
  thanks: "{gracias|muchas gracias|perfecto, gracias|ya funciona, gracias|genial}",
  anger: "{esto es una vergüenza|estoy muy decepcionado|ya está bien|no puede ser}",
  openings: {
    "track-order": [
      "¿dónde está {mi pedido|mi paquete}{ <order>|}?",
      "¿cuándo llega {mi pedido|el <product>}?",
      "no me ha llegado {el número de seguimiento|ninguna confirmación de envío}",
      "quería saber {el estado de mi pedido|si ya han enviado mi pedido}",
    ],
    "delivery-delayed": [
      "mi pedido {lleva retraso|tenía que llegar la semana pasada|no ha llegado todavía}",
      "llevo {dos semanas|diez días|cinco días} esperando {el paquete|mi <product>}",
    ],
    "damaged-item": [
      "{el|mi} <product> ha llegado {roto|dañado|en pedazos}",
      "la caja venía {aplastada|abierta} y {la lámpara está rota|el producto no funciona}",
    ],
    "refund-not-received": [
      "{todavía|aún} no {he recibido el reembolso|me han devuelto el dinero}{ de <order>|}",
      "¿dónde está mi {reembolso|dinero}?",
      "devolví el <product> hace {dos semanas|diez días} y {nada en mi cuenta|sigo sin el dinero}, IBAN <iban>",
    ],
    "return-label": [
      "¿cómo {devuelvo|puedo devolver} {un producto|el <product>}?",
      "necesito {una etiqueta de devolución|la etiqueta para devolver <order>}",
    ],
    "promo-code": [
      "el código {promocional|<promo>} {no funciona|no me lo acepta|da error}",
      "¿dónde {pongo|meto} el código de descuento?",
    ],
    "invoice-copy": [
      "necesito {una factura|la factura} {de <order>|de mi pedido|a nombre de mi empresa}",
      "¿me pueden {enviar|mandar} la factura {a <email>|en PDF}? mi DNI es <nid>",
    ],
    "cancel-subscription": [
      "quiero {cancelar|dar de baja} {mi suscripción|Lumora Plus}",
      "¿cómo {cancelo|doy de baja} la suscripción?",
    ],
    "reset-password": [
      "no {puedo entrar en mi cuenta|recuerdo mi contraseña|me deja iniciar sesión}",
      "{el correo|el enlace} para cambiar la contraseña {no llega|no funciona}",
    ],
    "app-crash": [
      "la aplicación {se cierra sola|no abre|se bloquea}{ desde la actualización| al iniciar sesión|}",
      "desde {la versión <version>|la última actualización} la app {se cierra|falla todo el rato}",
    ],
    "pairing-fails": [
      "{el|mi} <product> no {se conecta|se empareja|aparece en la app}",
      "{la conexión|el emparejamiento} falla {siempre|al 80 %}",
      "¿cómo {conecto|vinculo} {el <product>|la lámpara} con el móvil?",
    ],
  },
  askOrder: "¿Cuál es su número de pedido o su correo electrónico?",
  giveOrder: "{<order>|es el <order>|<email>|me llamo <name>, <email>}",
  botAnswer:
    "{Gracias, he encontrado su caso. Recibirá un correo con los detalles.|Puede hacerlo en su cuenta, en el apartado Pedidos.}",
  handover: "Le paso con un compañero.",
  agentGreeting: "Hola <first>, soy <agent>. Ahora mismo lo miro.",
  agentFix:
    "{Ya está hecho; le llegará una confirmación por correo.|Ya está solucionado. Disculpe las molestias.}",
  escalate: "Paso el caso al equipo técnico (<ticket>).",
  closing: "{¡De nada, que tenga un buen día!|¿Puedo ayudarle en algo más?}",
  letterClosing: "{Un saludo|Saludos cordiales|Atentamente}",
};
